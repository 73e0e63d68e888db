using System.Threading.Channels;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using StackExchange.Redis;

namespace BlazorChat.Web.Features.Presence;

/// <summary>
/// Hears who is at the other nodes, and tells this node's readers what that changes. Where a message was lost, and after an
/// outage of Redis, it reads the hashes. While Redis is away, what was last known counts until it expires.
/// </summary>
internal sealed class PresenceHearer(
    PresenceHashes hashes, PresenceBoard board, PresenceEvents events, IBus bus, ThisNode node, TimeProvider clock,
    ILogger<PresenceHearer> logger) : LastingService(clock, logger)
{
    private const int Remembered = 1024;

    // Null: read all hashes.
    private readonly Channel<PresenceWord?> heard = Channel.CreateBounded<PresenceWord?>(
        new BoundedChannelOptions(Remembered) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        bus.Subscribe(PresenceWord.Topic, message => heard.Writer.TryWrite(PresenceWord.Read(message)));
        bus.Restored += ReadAgain;
        await base.StartAsync(cancellationToken);
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        bus.Restored -= ReadAgain;
        return base.StopAsync(cancellationToken);
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        ReadAgain();
        await foreach (var word in heard.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await (word is null ? ReadAllAsync(stoppingToken) : HearAsync(word, stoppingToken));
            }
            catch (Exception failure) when (failure is RedisException or TimeoutException)
            {
                // The node's next heartbeat leads to its hash once more.
            }
        }
    }

    private async Task ReadAllAsync(CancellationToken ct)
    {
        foreach (var other in await hashes.NodesAsync())
            if (other != node.Id)
                await ReadAsync(other, ct);
    }

    private async Task HearAsync(PresenceWord word, CancellationToken ct)
    {
        var known = board.VersionOf(word.Node);
        if (word.IsLeaving)
            board.Leaving(word.Node);
        else if (word.People is { } people && known == word.Version - 1)
            await events.TellAsync(board.Hear(word.Node, word.Version, people), ct);
        else if (known == word.Version)
            board.Hear(word.Node, word.Version, []);
        else if (known is null || known < word.Version)
            await ReadAsync(word.Node, ct);
    }

    private async Task ReadAsync(string other, CancellationToken ct)
    {
        if (await hashes.ReadAsync(other) is var (version, people, lasts))
            await events.TellAsync(board.Hear(other, version, people, lasts), ct);
    }

    private void ReadAgain() => heard.Writer.TryWrite(null);
}
