using BlazorChat.Core.Live;

namespace BlazorChat.Web.Live;

/// <summary>
/// Ends all streams before the chat stops, a few at a time: if they ended together, all readers would come back at the same
/// moment.
/// </summary>
internal sealed class Farewell(Broadcaster broadcaster, TimeProvider clock)
{
    private const int Steps = 15;

    public async Task EndStreamsAsync(TimeSpan within)
    {
        var streams = broadcaster.Streams().ToArray();
        foreach (var some in streams.Chunk(Math.Max(1, streams.Length / Steps)).SkipLast(1))
        {
            foreach (var stream in some)
                stream.End(StreamEnd.ShuttingDown);
            await Task.Delay(within / Steps, clock);
        }
        // The rest, and those that were opened meanwhile.
        broadcaster.EndAll(StreamEnd.ShuttingDown);
    }
}
