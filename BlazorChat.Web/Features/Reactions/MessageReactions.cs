using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Reactions;

/// <summary>Sets whether someone's emoji stands on a message. Doing it twice changes nothing.</summary>
public sealed class MessageReactions(EventLog log, IDbContextFactory<ChatDb> databases)
{
    private const int MaxDifferentEmoji = 50;

    private static readonly Refusal TooMany = Refusal.Conflict(
        "too_many_reactions", $"A message has at most {MaxDifferentEmoji} different reactions.");

    public async Task<Result<IReadOnlyList<ReactionView>>> SetAsync(
        Caller caller, React request, bool stands, CancellationToken ct)
    {
        var emoji = Emoji.Parse(request.Reaction);
        var set = await log.AppendAsync<long>(async (append, stop) =>
        {
            if (await MessageEditor.FindAsync(append.Db, caller, request.MessageId, stop) is not var (message, access))
                return Refusal.NotFound;
            if (access.RefusePosting(append.Now) is { } mayNot)
                return mayNot;
            if (emoji.Refusal is { } why)
                return why;
            if (message.IsDeleted)
                return MessageEditor.Gone;
            var reaction = await append.Db.Reactions.FindAsync([message.Id, emoji.Value.Value, caller.UserId], stop);
            if (reaction is not null == stands)
                return message.Id;
            if (stands && await IsFullAsync(append.Db, message.Id, emoji.Value.Value, stop))
                return TooMany;
            if (stands)
                RoomGate.Join(append, access, caller.UserId);
            if (reaction is null)
                append.Db.Reactions.Add(Reaction.Add(message.Id, caller.UserId, emoji.Value, append.NextPosition));
            else
                append.Db.Reactions.Remove(reaction);
            append.Log(EntryKind.ReactionChanged, message.RoomId, caller.UserId, message.Id, emoji.Value.Value);
            return message.Id;
        });
        if (set.Refusal is { } refusal)
            return refusal;
        await using var db = await databases.CreateDbContextAsync(ct);
        return (await MessageReader.ReactionsAsync(db, [set.Value], ct))[set.Value].ToArray();
    }

    private static async Task<bool> IsFullAsync(ChatDb db, long messageId, string emoji, CancellationToken ct)
    {
        var others = db.Reactions.Where(r => r.MessageId == messageId);
        return !await others.AnyAsync(r => r.Emoji == emoji, ct) &&
            await others.Select(r => r.Emoji).Distinct().CountAsync(ct) >= MaxDifferentEmoji;
    }
}

public sealed record React(string? MessageId, string? Reaction);
