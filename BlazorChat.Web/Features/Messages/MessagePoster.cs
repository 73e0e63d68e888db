using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Puts a message into a room, once, however often it is sent.</summary>
public sealed class MessagePoster(EventLog log, IDbContextFactory<ChatDb> databases, IOptions<ChatOptions> options)
{
    private const int MaxClientIdLength = 64;

    private static readonly Refusal NoSuchReply =
        Refusal.Invalid("reply_to", "There is no such message in this room to reply to.");

    private static readonly Refusal BadClientId =
        Refusal.Invalid("client_id", $"A client_id has 1 to {MaxClientIdLength} characters.");

    private static readonly Refusal ClientIdUsed =
        Refusal.Conflict("client_id_used", "You used this client_id for a message in another room.", "client_id");

    public async Task<Result<Posted>> PostAsync(Caller caller, PostMessage request, CancellationToken ct)
    {
        var text = MessageText.Parse(request.Message, options.Value.Limits.MessageLength);
        var posted = await log.AppendAsync((append, stop) => PostAsync(append, caller, request, text, stop));
        if (posted.Refusal is { } why)
            return why;
        if (posted.Value is { New: { } message })
            return new Posted(message, IsNew: true);
        await using var db = await databases.CreateDbContextAsync(ct);
        return new Posted((await MessageReader.FindAsync(db, posted.Value.FirstId, ct))!, IsNew: false);
    }

    private static async Task<Result<Stored>> PostAsync(
        Append append, Caller caller, PostMessage request, Result<MessageText> text, CancellationToken ct)
    {
        var db = append.Db;
        if (await RoomGate.LookAsync(db, caller, request.RoomId, ct) is not { } access)
            return Refusal.NotFound;
        if (!access.MayPost)
            return Refusal.Forbidden("This room is archived: nobody posts here any more.");
        if (text.Refusal is { } badText)
            return badText;
        if (request.ClientId is { } clientId)
        {
            if (clientId.Length is 0 or > MaxClientIdLength)
                return BadClientId;
            if (await FindFirstAsync(db, caller.UserId, clientId, ct) is { } first)
                return first.RoomId == access.Room.Id ? new Stored(first.Id, New: null) : ClientIdUsed;
        }
        long? replyTo = null;
        if (request.ReplyTo is not null)
        {
            if (await FindReplyAsync(db, access.Room.Id, request.ReplyTo, ct) is not { } original)
                return NoSuchReply;
            replyTo = original.Id;
        }
        var membership = RoomGate.Join(append, access, caller.UserId);
        var message = Message.Post(
            append.NextPosition, access.Room, caller.UserId, text.Value, request.ClientId, replyTo, append.Now);
        // Nobody has yet to read what they wrote. Readers know that from the message itself.
        membership.ReadUpTo(message.Number);
        append.Insert(message, access.Room);
        if (access.Membership is not null)
            append.SaveReadMark(membership);
        var view = MessageView.Of(message, append.AuthorOf(caller), [], quote: null);
        // Of a reply, the page shows what it answers, too: that is looked up by whoever tells of it.
        append.Log(EntryKind.MessagePosted, access.Room.Id, caller.UserId, message.Id, now: replyTo is null ? view : null);
        return new Stored(message.Id, view);
    }

    private static Task<Message?> FindFirstAsync(ChatDb db, string authorId, string clientId, CancellationToken ct) =>
        db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.AuthorId == authorId && m.ClientId == clientId, ct);

    private static async Task<Message?> FindReplyAsync(ChatDb db, string roomId, string id, CancellationToken ct) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
        await db.Messages.AsNoTracking().SingleOrDefaultAsync(m => m.Id == number && m.RoomId == roomId, ct) is { } message
            ? message
            : null;

    /// <param name="FirstId">The message that stands for the request.</param>
    /// <param name="New">It, if it was posted just now.</param>
    private sealed record Stored(long FirstId, MessageView? New);
}

/// <param name="Message">What was posted, as it is now.</param>
/// <param name="IsNew">False if this was a retry of something already posted.</param>
public sealed record Posted(MessageView Message, bool IsNew);

/// <param name="ClientId">The author's own name for it, 1 to 64 characters: posting it again is harmless.</param>
/// <param name="ReplyTo">The id of a message in the same room.</param>
public sealed record PostMessage(string? RoomId, string? Message, string? ClientId, string? ReplyTo);
