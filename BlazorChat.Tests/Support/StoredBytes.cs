using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BlazorChat.Tests.Support;

/// <summary>Looks into the data folder for what is stored there, and for what should not be.</summary>
public static class StoredBytes
{
    /// <summary>Everything in the areas of files, relative to the data folder.</summary>
    public static string[] AllBytes(this ChatApp app) => AllBytes(app.Data);

    public static string[] AllBytes(string data) =>
    [
        .. new[] { "files", "thumbnails", "previews", "uploads" }.Select(area => Path.Combine(data, area)).Where(Directory.Exists)
            .SelectMany(area => Directory.EnumerateFiles(area, "*", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(data, path)).Order(StringComparer.Ordinal),
    ];

    public static bool HasBytes(this ChatApp app, string sha256) =>
        File.Exists(Path.Combine(app.Data, "files", sha256[..2], sha256));

    /// <summary>Waits until a condition about them holds: they are deleted behind the answer.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var patience = Patience.Begin();
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!holds())
        {
            try
            {
                await often.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"It never came to be that {what}.");
            }
        }
    }

    /// <summary>The timeline's rendering of a message.</summary>
    public static async Task<IElement> OpenHistoryHtmlAsync(this ChatClient client, string room, MessageJson message)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/chat/room/{room}/history?around={message.Id}");
        request.Headers.Accept.ParseAdd("text/html");
        var page = await client.SendAsync(request);
        return new HtmlParser().ParseDocument(page.Text).GetElementById($"message-{message.Id}")!;
    }
}
