using System.Text.Json;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Support.OpenApi;

/// <summary>The OpenAPI document of the chat, read once for all tests.</summary>
internal sealed class InterfaceDocument
{
    private static readonly SemaphoreSlim reading = new(1);
    private static InterfaceDocument? document;

    private readonly JsonElement root;

    private InterfaceDocument(JsonElement root)
    {
        this.root = root;
        Operations =
        [
            .. from path in root.GetProperty("paths").EnumerateObject()
               from method in path.Value.EnumerateObject()
               select new Operation(this, method.Name.ToUpperInvariant(), path.Name, method.Value),
        ];
    }

    public IReadOnlyList<Operation> Operations { get; }

    public JsonElement Root => root;

    public static async Task<InterfaceDocument> OfAsync(Uri chat, CancellationToken ct)
    {
        if (document is not null)
            return document;
        await reading.WaitAsync(ct);
        try
        {
            using var http = new HttpClient();
            return document ??= new InterfaceDocument(JsonElement.Parse(await http.GetByteArrayAsync(new Uri(chat, "/openapi/v1.json"), ct)));
        }
        finally
        {
            reading.Release();
        }
    }

    /// <returns>The operation that a request is for; null if there is none.</returns>
    public Operation? Find(string method, string path) =>
        Operations.Where(operation => operation.Method == method && operation.Fits(path)).MinBy(operation => operation.Path.Count(c => c == '{'));

    /// <summary>What a reference points at, and anything else as it is.</summary>
    public JsonElement Resolve(JsonElement element)
    {
        while (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$ref", out var at))
            element = at.GetString()!.Split('/')[1..].Aggregate(root, (within, name) => within.GetProperty(name));
        return element;
    }
}

/// <summary>A method of a path, and what it answers.</summary>
internal sealed partial class Operation(InterfaceDocument document, string method, string path, JsonElement element)
{
    private readonly Regex shape = new($"^{Name().Replace(path, "[^/]+").TrimEnd('/')}/?$");

    public string Method => method;

    public string Path => path;

    public JsonElement Element => element;

    public bool HasBody => element.TryGetProperty("requestBody", out _);

    public bool TakesJson => HasBody && element.GetProperty("requestBody").GetProperty("content").TryGetProperty("application/json", out _);

    public bool NeedsSignIn => element.TryGetProperty("security", out _);

    public IEnumerable<int> Statuses => element.GetProperty("responses").EnumerateObject().Select(response => int.Parse(response.Name, System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The same for all that name their parameters in another way.</summary>
    public string Route => $"{method} {Name().Replace(path, "{}").TrimEnd('/')}";

    public bool Fits(string asked) => shape.IsMatch(asked);

    /// <returns>What a response contains, by content type; null if the status is not documented.</returns>
    public IReadOnlyDictionary<string, JsonElement>? ContentsOf(int status) =>
        !element.GetProperty("responses").TryGetProperty($"{status}", out var response) ? null
        : !document.Resolve(response).TryGetProperty("content", out var content) ? new Dictionary<string, JsonElement>()
        : content.EnumerateObject().ToDictionary(type => type.Name, type => type.Value.GetProperty("schema"));

    public override string ToString() => $"{method} {path}";

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Name();
}
