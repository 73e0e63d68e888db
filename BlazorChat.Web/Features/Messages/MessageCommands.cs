using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Edits and deletes messages.</summary>
public sealed class MessageCommands(
    LogWriter log, IDbContextFactory<ChatDb> databases, RunTimeSettings settings, Addressees addressees, MessageDeletion deletion)
{
    internal static readonly Refusal Gone = Refusal.Conflict("message_deleted", "This message was deleted.");

    internal static readonly Refusal OfTheSystem = Refusal.Forbidden("What happened in a room cannot be changed or deleted.");

    public async Task<Result<MessageView>> EditAsync(Caller caller, string id, string? newText, CancellationToken ct)
    {
        var limit = settings.Current.MessageLength;
        var edited = await log.AppendAsync<Message>(async (append, stop) =>
        {
            if (await FindAsync(append.Db, caller, id, stop) is not var (message, access))
                return Refusal.NotFound;
            if (message.Type == MessageType.System)
                return OfTheSystem;
            if (!message.IsBy(caller.UserId))
                return Refusal.Forbidden("Only its author may change a message.");
            if (access.RefusePosting(append.Now) is { } mayNot)
                return mayNot;
            if (message.IsDeleted)
                return Gone;
            var text = message.Type == MessageType.File ? MessageText.ParseCaption(newText, limit) : MessageText.Parse(newText, limit);
            if (text.Refusal is { } badText)
                return badText;
            if (message.Text != text.Value.Value)
            {
                message.Edit(text.Value, append.Now);
                await AddressAsync(append, caller, message, access, stop);
                append.Log(MessageEvents.Edited, message.RoomId, caller.UserId, message.Id);
            }
            return message;
        });
        if (edited.Refusal is { } why)
            return why;
        await using var db = await databases.CreateDbContextAsync(ct);
        // Null: since then it went, together with its room.
        return await MessageQueries.FindAsync(db, edited.Value.Id, ct) is { } message ? message : Refusal.NotFound;
    }

    public Task<Result<Done>> DeleteAsync(Caller caller, string id) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await FindAsync(append.Db, caller, id, ct) is not var (message, access))
            return Refusal.NotFound;
        if (message.Type == MessageType.System)
            return OfTheSystem;
        if (!message.IsBy(caller.UserId) && !access.MayModerate)
            return Refusal.Forbidden("Only its author or a moderator may delete a message.");
        if (message.IsDeleted)
            return default(Done);
        await deletion.DeleteAsync(append, caller, message, access.Room, ct);
        return default(Done);
    });

    private async Task AddressAsync(LogAppend append, Caller caller, Message message, RoomAccess access, CancellationToken ct)
    {
        var db = append.Db;
        List<string> addressed = [];
        var before = await db.Mentions.Where(m => m.MessageId == message.Id).ToDictionaryAsync(m => m.UserId, ct);
        foreach (var mention in await addressees.FindAsync(db, message, access, [.. before.Values], ct))
            if (before.Remove(mention.UserId, out var known))
                known.CallBy(mention.Name);
            else
            {
                db.Mentions.Add(mention);
                addressed.Add(mention.UserId);
            }
        db.Mentions.RemoveRange(before.Values);
        if (message.ThreadId is { } rootId && await db.Messages.FindAsync([rootId], ct) is { } root)
            await ThreadFollowers.AddAsync(append, root, caller.UserId, addressed, await ReplyBeforeAsync(db, message, rootId, ct), ct);
    }

    // Who is addressed only now has read everything before it.
    private static async Task<long> ReplyBeforeAsync(ChatDb db, Message reply, long rootId, CancellationToken ct) =>
        await db.Messages.Where(m => m.ThreadId == rootId && m.Id < reply.Id).MaxAsync(m => (long?)m.Id, ct) ?? rootId;

    /// <summary>A message that the caller may see, and what they may do in its room.</summary>
    internal static async Task<(Message Message, RoomAccess Access)?> FindAsync(
        ChatDb db, Caller caller, string? id, CancellationToken ct)
    {
        if (Message.ParseId(id) is not { } number ||
            await db.Messages.FindAsync([number], ct) is not { } message ||
            await RoomGate.EnterAsync(db, caller, message.RoomId, ct) is not { } access)
            return null;
        return (message, access);
    }
}

public sealed record EditMessage([Needed] string? Message);
