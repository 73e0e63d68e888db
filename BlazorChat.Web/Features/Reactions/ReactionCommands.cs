using BlazorChat.Core;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Reactions;

/// <summary>Adds or removes someone's reaction to a message. Doing it twice changes nothing.</summary>
public sealed class ReactionCommands(LogWriter log, IDbContextFactory<ChatDb> databases)
{
    private const int MostKinds = 20;
    private const int MostKindsByOne = 10;

    private static readonly Refusal TooMany = Refusal.Conflict(
        "too_many_reactions", $"A message has at most {MostKinds} different reactions.");

    private static readonly Refusal NoSuchEmoji = Refusal.Invalid("reaction", "There is no such emoji here.");

    private static readonly Refusal TooManyOfYours = Refusal.Conflict(
        "too_many_own_reactions", $"You give a message at most {MostKindsByOne} different reactions. Take one back first.");

    public async Task<Result<IReadOnlyList<ReactionView>>> SetAsync(
        Caller caller, React request, bool stands, CancellationToken ct)
    {
        var custom = CustomEmoji.NameIn(request.Reaction);
        var emoji = custom is null ? Emoji.Parse(request.Reaction) : Emoji.Custom(custom);
        var set = await log.AppendAsync<long>(async (append, stop) =>
        {
            if (await MessageCommands.FindAsync(append.Db, caller, request.MessageId, stop) is not var (message, access))
                return Refusal.NotFound;
            if (access.RefusePosting(append.Now) is { } mayNot)
                return mayNot;
            if (emoji.Refusal is { } why)
                return why;
            if (message.IsDeleted)
                return MessageCommands.Gone;
            var reaction = await append.Db.Reactions.FindAsync([message.Id, emoji.Value.Value, caller.UserId], stop);
            if (reaction is not null == stands)
                return message.Id;
            // One that was removed can still be taken back.
            if (stands && custom is not null && !await append.Db.Set<CustomEmoji>().AnyAsync(e => e.Name == custom, stop))
                return NoSuchEmoji;
            if (stands && await RefuseMoreAsync(append.Db, message.Id, emoji.Value.Value, caller.UserId, stop) is { } full)
                return full;
            if (stands)
                RoomGate.Join(append, access, caller.UserId);
            if (reaction is null)
                append.Db.Reactions.Add(Reaction.Add(message, caller.UserId, emoji.Value, append.NextPosition, append.Now));
            else
                append.Db.Reactions.Remove(reaction);
            append.Log(ReactionEvents.Changed, message.RoomId, caller.UserId, message.Id, emoji.Value.Value);
            return message.Id;
        });
        if (set.Refusal is { } refusal)
            return refusal;
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await MessageQueries.ReactionsAsync(db, [set.Value], ct))[set.Value].ToArray();
    }

    private static async Task<Refusal?> RefuseMoreAsync(
        ChatDb db, long messageId, string emoji, string userId, CancellationToken ct)
    {
        var given = await db.Reactions.Where(r => r.MessageId == messageId).Select(r => new { r.Emoji, r.UserId }).ToListAsync(ct);
        return given.Count(r => r.UserId == userId) >= MostKindsByOne ? TooManyOfYours
            : given.All(r => r.Emoji != emoji) && given.DistinctBy(r => r.Emoji).Count() >= MostKinds ? TooMany
            : null;
    }
}

public sealed record React([Needed] string? MessageId, [Needed] string? Reaction);
