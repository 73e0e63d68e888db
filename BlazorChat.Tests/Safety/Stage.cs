using System.Text;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Safety;

/// <summary>What a row's requests are about: rooms, messages, people, and what else its path and body name.</summary>
public sealed partial class Stage(Cast cast)
{
    private const string NoSuchNumber = "999999999";

    private readonly Dictionary<(string, Who?), string> names = [];
    private readonly Dictionary<Who, ChatClient> people = [];

    /// <summary>Gives a name to something; for one who asks, if it is theirs alone.</summary>
    public string this[string name, Who? whose = null]
    {
        get => names.GetValueOrDefault((name, whose)) ?? names.GetValueOrDefault((name, null)) ?? "none";
        set => names[(name, whose)] = value;
    }

    /// <summary>What somebody has open. It is closed when nobody holds it any more.</summary>
    public Listener? Stream { get; set; }

    /// <summary>Lets somebody else than the cast's ask.</summary>
    public void Play(Who who, ChatClient person) => people[who] = person;

    public Task<Reply> AskAsync(Who who, Row row) => SendAsync(who, row, name => this[name, who]);

    /// <summary>The same about what does not exist.</summary>
    public Task<Reply> AskInVainAsync(Who who, Row row) =>
        SendAsync(who, row, name => name is "message" or "own" or "report" or "stream" ? NoSuchNumber : Guid.NewGuid().ToString("N"));

    private async Task<Reply> SendAsync(Who who, Row row, Func<string, string> called)
    {
        var person = row.IsPage ? cast.AtBrowser(who) : people.GetValueOrDefault(who) ?? cast[who];
        var (path, body) = (Fill(row.Path), row.Body is null ? null : Fill(row.Body));
        using var request = new HttpRequestMessage(row.IsPage ? HttpMethod.Get : new HttpMethod(row.Method), path);
        request.Content = body is null ? null
            : body == "picture" ? new ByteArrayContent(Pixel)
            : body == "bytes" ? new ByteArrayContent("Hel"u8.ToArray())
            : body == "file" ? Sharing.Form(called("room"), "pixel.png", Pixel)
            : new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await person.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        // A stream that was let in has no end to wait for.
        return new Reply(answer, answer.Content.Headers.ContentType?.MediaType == "text/event-stream"
            ? [] : await answer.Content.ReadAsByteArrayAsync());

        string Fill(string text) => Name().Replace(text, match => called(match.Groups[1].Value));
    }

    // The smallest PNG there is.
    internal static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Name();
}
