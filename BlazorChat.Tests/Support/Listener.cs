using System.Net.ServerSentEvents;
using System.Text;
using System.Text.Json;

namespace BlazorChat.Tests.Support;

/// <summary>An open event stream. Every wait has one limit, and failing says what did come.</summary>
public sealed class Listener : IAsyncDisposable
{
    private readonly CancellationTokenSource timeout = new();
    private readonly List<LiveEvent> received = [];
    private readonly HttpResponseMessage response;
    private readonly SseParser<string> parser;
    private readonly IAsyncEnumerator<SseItem<string>> events;

    public Listener(HttpResponseMessage response, Stream stream)
    {
        this.response = response;
        parser = SseParser.Create(stream);
        events = parser.EnumerateAsync(timeout.Token).GetAsyncEnumerator(timeout.Token);
    }

    public HttpResponseMessage Response => response;

    /// <summary>The data of the greeting.</summary>
    public JsonElement Ready { get; private set; }

    /// <summary>All that has come so far.</summary>
    public IReadOnlyList<LiveEvent> Received => received;

    /// <summary>What EventSource would send as Last-Event-ID.</summary>
    public string LastEventId => parser.LastEventId;

    public TimeSpan ReconnectionInterval => parser.ReconnectionInterval;

    public async Task GreetAsync() => Ready = (await NextAsync("ready")).Data;

    /// <summary>The next event of this name, passing over others; a new message's is "message".</summary>
    public async Task<LiveEvent> NextAsync(string name) => (await UntilAsync(e => e.Name == name))[^1];

    public async Task<MessageJson> NextMessageAsync(string name = "message") => (await NextAsync(name)).As<MessageJson>();

    /// <summary>All events up to and including the first that fits.</summary>
    public async Task<IReadOnlyList<LiveEvent>> UntilAsync(Func<LiveEvent, bool> fits)
    {
        List<LiveEvent> read = [];
        Assert.True(await ReadsAsync(read, fits), Explain("The stream ended"));
        return read;
    }

    /// <returns>Whether an event that fits came before the stream ended.</returns>
    public Task<bool> ReachesAsync(Func<LiveEvent, bool> fits) => ReadsAsync([], fits);

    public Task<IReadOnlyList<LiveEvent>> UntilMessageAsync(string text) =>
        UntilAsync(e => e.Name == "message" && e.Data.GetProperty("text").GetString() == text);

    /// <summary>What comes until the stream ends, which it must.</summary>
    public async Task<IReadOnlyList<LiveEvent>> ToEndAsync()
    {
        List<LiveEvent> read = [];
        await WithinPatienceAsync(async () =>
        {
            while (await events.MoveNextAsync())
                read.Add(Keep(events.Current));
        });
        return read;
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        await timeout.CancelAsync();
        timeout.Dispose();
    }

    private async Task<bool> ReadsAsync(List<LiveEvent> read, Func<LiveEvent, bool> fits)
    {
        var reached = false;
        await WithinPatienceAsync(async () =>
        {
            while (!reached && await events.MoveNextAsync())
            {
                read.Add(Keep(events.Current));
                reached = fits(read[^1]);
            }
        });
        return reached;
    }

    private async Task WithinPatienceAsync(Func<Task> read)
    {
        timeout.CancelAfter(Patience.Limit);
        try
        {
            await read();
        }
        catch (OperationCanceledException)
        {
            Assert.Fail(Explain($"Nothing more came for {Patience.Limit}"));
        }
        timeout.CancelAfter(Timeout.InfiniteTimeSpan);
    }

    private LiveEvent Keep(SseItem<string> item)
    {
        var live = new LiveEvent(item.EventType, item.EventId, JsonElement.Parse(item.Data));
        received.Add(live);
        return live;
    }

    private string Explain(string what) => new StringBuilder(what).AppendLine(". Received:")
        .AppendJoin(Environment.NewLine, received.Select(e => $"{e.Id} {e.Name} {e.Data}")).ToString();
}

/// <param name="Name">"message" for the unnamed event.</param>
/// <param name="Id">Null for what is never replayed.</param>
public sealed record LiveEvent(string Name, string? Id, JsonElement Data)
{
    public JsonElement this[string name] => Data.GetProperty(name);

    public T As<T>() => Data.Deserialize<T>(Snake.Case)!;

    public bool IsMessage(string text) => Name == "message" && this["text"].GetString() == text;
}
