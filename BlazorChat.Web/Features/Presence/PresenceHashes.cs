using System.Globalization;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Redis;
using StackExchange.Redis;

namespace BlazorChat.Web.Features.Presence;

/// <summary>
/// Who is at which node, as Redis keeps it: a hash for each node with the status and the number of streams of each person.
/// It expires by itself when the node no longer renews it.
/// </summary>
internal sealed class PresenceHashes(RedisConnection redis)
{
    // A field that no user's id is. A node without people has a hash, too.
    private const string Version = "@";
    private static readonly TimeSpan NodesLast = TimeSpan.FromDays(1);

    private string Nodes => redis.Name("nodes");

    public async Task<IReadOnlyList<string>> NodesAsync() => [.. (await redis.Database.SetMembersAsync(Nodes)).Select(node => node.ToString())];

    /// <returns>Its version, everyone who is there, and for how long that counts; null if the node is gone.</returns>
    public async Task<(long Version, IReadOnlyList<PresenceHere> People, TimeSpan Lasts)?> ReadAsync(string node)
    {
        var lasts = await redis.Database.KeyTimeToLiveAsync(Name(node));
        var fields = await redis.Database.HashGetAllAsync(Name(node));
        if (fields.Length > 0 && lasts is { } time)
            return Read(fields, time);
        await redis.Database.SetRemoveAsync(Nodes, node);
        return null;
    }

    /// <summary>Writes a node's whole hash.</summary>
    public Task WriteAllAsync(string node, long version, IReadOnlyList<PresenceHere> people)
    {
        var transaction = redis.Database.CreateTransaction();
        _ = transaction.KeyDeleteAsync(Name(node));
        _ = transaction.SetAddAsync(Nodes, node);
        _ = transaction.KeyExpireAsync(Nodes, NodesLast);
        Set(transaction, node, version, people);
        return transaction.ExecuteAsync();
    }

    /// <summary>Writes what changed. False if the hash is gone: write all of it.</summary>
    public Task<bool> WriteAsync(string node, long version, IReadOnlyList<PresenceHere> people)
    {
        var transaction = redis.Database.CreateTransaction();
        transaction.AddCondition(Condition.KeyExists(Name(node)));
        foreach (var gone in people.Where(person => person.Status == PresenceStatus.Offline))
            _ = transaction.HashDeleteAsync(Name(node), gone.UserId);
        Set(transaction, node, version, [.. people.Where(person => person.Status != PresenceStatus.Offline)]);
        return transaction.ExecuteAsync();
    }

    /// <summary>Removes a node that stops.</summary>
    public async Task RemoveAsync(string node)
    {
        await redis.Database.KeyDeleteAsync(Name(node));
        await redis.Database.SetRemoveAsync(Nodes, node);
    }

    private void Set(ITransaction transaction, string node, long version, IReadOnlyList<PresenceHere> people)
    {
        HashEntry[] fields = [new(Version, version), .. people.Select(person => new HashEntry(person.UserId, Written(person)))];
        _ = transaction.HashSetAsync(Name(node), fields);
        _ = transaction.KeyExpireAsync(Name(node), OtherNodes.Lasts);
    }

    private static (long, IReadOnlyList<PresenceHere>, TimeSpan) Read(HashEntry[] fields, TimeSpan lasts) => (
        (long)fields.Single(field => field.Name == Version).Value,
        [.. fields.Where(field => field.Name != Version).Select(field => Read(field.Name.ToString(), field.Value.ToString()))],
        lasts);

    private static string Written(PresenceHere person) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)person.Status}:{person.Streams}");

    private static PresenceHere Read(string userId, string written)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        return new PresenceHere(
            userId, (PresenceStatus)int.Parse(written.AsSpan(0, colon), CultureInfo.InvariantCulture),
            int.Parse(written.AsSpan(colon + 1), CultureInfo.InvariantCulture));
    }

    private string Name(string node) => redis.Name("presence:" + node);
}
