using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>
/// <c>emoji</c>: the list of custom emoji changed. It is about no room, and told to every open stream; who was away reads the list.
/// </summary>
internal sealed class EmojiEvents(Broadcaster broadcaster, IDbContextFactory<ChatDb> databases) : IOnCommitted
{
    /// <summary>Subject: the emoji's name.</summary>
    public static readonly EntryKind Changed = new(120);

    public IReadOnlyList<EntryKind> Kinds { get; } = [Changed];

    public async Task CommittedAsync(LogEntry entry, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        var all = await EmojiQueries.AllAsync(db, ct);
        broadcaster.PublishToAll(new ChatEvent(new Audience(""), null, null, "emoji", JsonSerializer.SerializeToUtf8Bytes(all, ChatJson.Options)));
    }
}
