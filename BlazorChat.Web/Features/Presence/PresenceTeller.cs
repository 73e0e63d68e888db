using System.Collections.Concurrent;
using System.Threading.Channels;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using StackExchange.Redis;

namespace BlazorChat.Web.Features.Presence;

/// <summary>
/// Tells the other nodes who is at this one: writes this node's hash and says at once what changed. A heartbeat renews the
/// hash. After an outage of Redis everything is written again.
/// </summary>
internal sealed class PresenceTeller(
    RedisConnection redis, RedisListener listener, PresenceHashes hashes, PresenceBoard board, IBus bus, ThisNode node,
    TimeProvider clock, ILogger<PresenceTeller> logger) : LastingService(clock, logger)
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BeforeRetry = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, bool> changed = [];
    private readonly Channel<bool> work = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { SingleReader = true, FullMode = BoundedChannelFullMode.DropWrite });
    private volatile bool isWritten;
    private long version;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        board.ChangedHere += Note;
        bus.Restored += WriteAgain;
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        board.ChangedHere -= Note;
        bus.Restored -= WriteAgain;
        await base.StopAsync(cancellationToken);
        try
        {
            await hashes.RemoveAsync(node.Id);
            await redis.PublishAsync(listener.Wrap(PresenceWord.Topic, new PresenceWord(node.Id, version, IsLeaving: true).Write()), cancellationToken);
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException or ObjectDisposedException)
        {
            // It expires. A host may be stopped twice at once, and one of them has let go of Redis.
        }
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await WriteAsync();
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                isWritten = false;
                await Task.Delay(BeforeRetry, Clock, stoppingToken);
                continue;
            }
            await WaitAsync(stoppingToken);
        }
    }

    private async Task WriteAsync()
    {
        IReadOnlyList<string> userIds = [.. changed.Keys];
        foreach (var userId in userIds)
            changed.TryRemove(userId, out _);
        IReadOnlyList<PresenceHere> people = [.. userIds.Select(board.Here)];
        if (people.Count > 0)
            version++;
        if (!isWritten || !await hashes.WriteAsync(node.Id, version, people))
        {
            isWritten = true;
            people = [];
            await hashes.WriteAllAsync(node.Id, ++version, board.AllHere());
        }
        var word = new PresenceWord(node.Id, version, people.Count > 0 ? people : null);
        bus.Publish(PresenceWord.Topic, word.Write);
    }

    // Until something changes, or it is time for a heartbeat. What changes meanwhile is told together.
    private async Task WaitAsync(CancellationToken ct)
    {
        await using var heartbeat = Clock.CreateTimer(_ => Wake(), null, Heartbeat, Timeout.InfiniteTimeSpan);
        await work.Reader.ReadAsync(ct);
    }

    private void Note(string userId)
    {
        changed[userId] = true;
        Wake();
    }

    private void WriteAgain()
    {
        isWritten = false;
        Wake();
    }

    private void Wake() => work.Writer.TryWrite(true);
}
