using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.FileProviders;

namespace BlazorChat.Web.Bundles;

/// <summary>
/// The bundles of the pages, made of the files in <c>wwwroot</c> by the program itself: there is no tool to install and no second
/// copy to keep up to date. The sources stay plain modules, which also run as they are.
/// </summary>
internal sealed class SiteBundles
{
    private const string EmojiPicker = "vendor/emoji/emoji-picker.js";
    private const string CodeWorker = "vendor/highlight/code-worker.js";
    private const string EmojiData = "vendor/emoji/emoji.json";

    private readonly IFileProvider files;
    private readonly Dictionary<string, Bundle> all;

    public SiteBundles(IWebHostEnvironment site)
    {
        files = site.WebRootFileProvider;
        all = new[]
        {
            Scripts("chat.js", "chat.js", "islands.js"),
            Scripts("admin.js", "admin.js"),
            Scripts("passkeys.js", "passkeys.js"),
            Scripts("picture-form.js", "people/picture-form.js"),
            new Bundle("first.js", MediaTypeNames.Text.JavaScript, Text("js/first.js")),
            new Bundle("emoji-picker.js", MediaTypeNames.Text.JavaScript, Text(EmojiPicker)),
            new Bundle("code-worker.js", MediaTypeNames.Text.JavaScript, Text(CodeWorker)),
            new Bundle("emoji.json", MediaTypeNames.Application.Json, Text(EmojiData)),
            new Bundle("mudblazor.js", MediaTypeNames.Text.JavaScript, Text("_content/MudBlazor/MudBlazor.min.js")),
            new Bundle("blazor.js", MediaTypeNames.Text.JavaScript, Text("_framework/blazor.web.js")),
            new Bundle("mudblazor.css", MediaTypeNames.Text.Css, Text("_content/MudBlazor/MudBlazor.min.css")),
            new Bundle("chat.css", MediaTypeNames.Text.Css, string.Join('\n', OwnStyles())),
        }.ToDictionary(bundle => bundle.Name);
        var chat = "./" + this["chat.js"].Address;
        ImportMap = JsonSerializer.Serialize(new
        {
            imports = new Dictionary<string, string>
            {
                ["./js/chat.js"] = chat,
                ["./js/islands.js"] = chat,
                ["./" + EmojiPicker] = "./" + this["emoji-picker.js"].Address,
                ["./" + CodeWorker] = "./" + this["code-worker.js"].Address,
                ["./" + EmojiData] = "./" + this["emoji.json"].Address,
            },
        });
        ImportMapHash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(ImportMap)));
    }

    /// <summary>
    /// Leads islands to the scripts that their page runs already, also where their circuit is on a node of another version, and
    /// scripts to what they load later (<c>base/later.js</c>).
    /// </summary>
    public string ImportMap { get; }

    /// <summary>By which the policy of the pages lets it in.</summary>
    public string ImportMapHash { get; }

    /// <param name="name">Without its version, <c>chat.js</c>.</param>
    public Bundle this[string name] => all[name];

    /// <summary>Answers a request for a file in <see cref="Bundle.Folder"/>.</summary>
    public IResult Answer(HttpContext http, string file) =>
        file.Split('.') is [var name, var version, var extension] && all.TryGetValue($"{name}.{extension}", out var bundle)
            ? bundle.Answer(http, version)
            : Results.NotFound();

    private Bundle Scripts(string name, params string[] entries) =>
        new(name, MediaTypeNames.Text.JavaScript, ModuleBundle.Of(entries, module => Text("js/" + module)));

    // The number at the start of a name decides which rules take precedence.
    private IEnumerable<string> OwnStyles() => files.GetDirectoryContents("css")
        .Where(file => file.Name.EndsWith(".css", StringComparison.Ordinal))
        .OrderBy(file => file.Name, StringComparer.Ordinal)
        .Select(file => Text("css/" + file.Name));

    private string Text(string path)
    {
        using var reader = new StreamReader(files.GetFileInfo(path).CreateReadStream());
        return reader.ReadToEnd();
    }
}
