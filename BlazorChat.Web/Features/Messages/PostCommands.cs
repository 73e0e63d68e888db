using BlazorChat.Core;
using BlazorChat.Core.Files;
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

/// <summary>Posts a message to a room: once, however often the same request is sent.</summary>
public sealed class PostCommands(LogWriter log, IDbContextFactory<ChatDb> databases, RunTimeSettings settings, Addressees addressees)
{
    private const int MaxClientIdLength = 64;

    private static readonly Refusal NoSuchUpload = Refusal.Invalid(
        "upload_id", "There is no such upload, or it was given up: begin again.");

    private static readonly Refusal NoSuchReply =
        Refusal.Invalid("reply_to", "There is no such message in this room to reply to.");

    private static readonly Refusal BadClientId =
        Refusal.Invalid("client_id", $"A client_id has 1 to {MaxClientIdLength} characters, none of them U+0000.");

    private static readonly Refusal ShownOut = new(
        RefusalReason.NotSignedIn, "not_signed_in", "You were signed out before the file had arrived. Sign in again.");

    private static readonly Refusal ClientIdUsed =
        Refusal.Conflict("client_id_used", "You used this client_id for a message in another room.", "client_id");

    public Task<Result<PostResult>> PostAsync(Caller caller, PostMessage request, CancellationToken ct) =>
        PostAsync(caller, request, MessageText.Parse(request.Message, settings.Current.MessageLength), null, ct);

    /// <summary>Posts a file whose bytes are stored, with or without words.</summary>
    internal Task<Result<PostResult>> PostAsync(Caller caller, PostMessage request, NewFile file, CancellationToken ct) =>
        PostAsync(caller, request, MessageText.ParseCaption(request.Message, settings.Current.MessageLength), file, ct);

    /// <returns>The message that was posted with this <c>client_id</c> before, if the caller may still see it.</returns>
    internal async Task<PostResult?> FindPostedAsync(Caller caller, PostMessage request, CancellationToken ct)
    {
        if (request.ClientId is null)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        return await RoomGate.LookAsync(db, caller, request.RoomId, ct) is not null &&
            (await MessageQueries.ReadAsync(db, db.Messages.Where(
                m => m.AuthorId == caller.UserId && m.ClientId == request.ClientId && m.RoomId == request.RoomId), ct)).SingleOrDefault() is { } first
            ? new PostResult(first, IsNew: false)
            : null;
    }

    /// <returns>Why a file would be refused although its sender may post in that room. Asked before the file is stored.</returns>
    internal async Task<Refusal?> FindFaultAsync(PostMessage request, CancellationToken ct)
    {
        if (Fault(request, MessageText.ParseCaption(request.Message, settings.Current.MessageLength)) is { } fault)
            return fault;
        if ((request.ReplyTo ?? request.ThreadId) is null)
            return null;
        await using var db = await databases.CreateDbContextAsync(ct);
        if (request.ThreadId is not null && (await ThreadPlace.FindAsync(db, request.RoomId, request.ThreadId, ct)).Refusal is { } noThread)
            return noThread;
        return request.ReplyTo is null || Message.ParseId(request.ReplyTo) is { } original && await db.Messages.AnyAsync(m => m.Id == original && m.RoomId == request.RoomId, ct)
            ? null : NoSuchReply;
    }

    private static Refusal? Fault(PostMessage request, Result<MessageText> text) =>
        text.Refusal ?? (request.ClientId is { Length: 0 or > MaxClientIdLength } || request.ClientId?.Contains('\0', StringComparison.Ordinal) == true ? BadClientId : null);

    private async Task<Result<PostResult>> PostAsync(
        Caller caller, PostMessage request, Result<MessageText> text, NewFile? file, CancellationToken ct)
    {
        var posted = await log.AppendAsync((append, stop) => PostAsync(append, caller, request, text, file, stop));
        if (posted.Refusal is { } why)
            return why;
        if (posted.Value is { New: { } message })
            return new PostResult(message, IsNew: true);
        await using var db = await databases.CreateDbContextAsync(ct);
        // Null: since then it went, together with its room.
        return await MessageQueries.FindAsync(db, posted.Value.FirstId, ct) is { } first ? new PostResult(first, IsNew: false) : Refusal.NotFound;
    }

    private async Task<Result<Stored>> PostAsync(
        LogAppend append, Caller caller, PostMessage request, Result<MessageText> text, NewFile? file, CancellationToken ct)
    {
        // Uploading a file may take hours, and its sender may have been signed out meanwhile.
        if (file is not null && !await append.ToRead.GoodSessions.AnyAsync(s => s.Id == caller.SessionId, ct))
            return ShownOut;
        if (await RoomGate.LookAsync(append, caller, request.RoomId, ct) is not { } access)
            return Refusal.NotFound;
        if (access.RefusePosting(append.Now) is { } mayNot)
            return mayNot;
        if (Fault(request, text) is { } fault)
            return fault;
        if (request.ClientId is { } clientId)
        {
            if (await append.FindPostedAsync(caller.UserId, clientId, ct) is { } first)
                return await append.IsInRoomAsync(first, access.Room.Id, ct) ? new Stored(first, New: null) : ClientIdUsed;
        }
        long? replyTo = null;
        if (request.ReplyTo is not null)
        {
            if (Message.ParseId(request.ReplyTo) is not { } original || !await append.IsInRoomAsync(original, access.Room.Id, ct))
                return NoSuchReply;
            replyTo = original;
        }
        ThreadPlace? thread = null;
        if (request.ThreadId is not null)
        {
            var found = await ThreadPlace.FindAsync(append.ToRead, access.Room.Id, request.ThreadId, ct);
            if (found.Refusal is { } noThread)
                return noThread;
            thread = found.Value;
        }
        // The same upload may be posted at two nodes at once: it becomes one message.
        if (file?.UploadId is { } uploadId && await append.Db.Uploads.Where(u => u.Id == uploadId).ExecuteDeleteAsync(ct) == 0)
            return NoSuchUpload;
        var membership = RoomGate.Join(append, access, caller.UserId);
        var message = Message.Post(
            append.NextPosition, access.Room, caller.UserId, text.Value, request.ClientId, replyTo, append.Now,
            file is null ? MessageType.Text : MessageType.File, thread?.RootId, inRoom: thread is null || request.AlsoInRoom == true);
        append.Insert(message, access.Room);
        // The author has read their own message. No event tells it: readers see it from the message itself.
        if (message.IsInRoom && membership.ReadUpTo(message.Number) && access.Membership is not null)
            append.SaveReadMark(membership);
        var mentions = message.Text.Contains('@', StringComparison.Ordinal)
            ? await addressees.FindAsync(append.ToRead, message, access, [], ct) : [];
        if (mentions.Count > 0)
            append.Beside.Mentions.AddRange(mentions);
        // The plain post must not even ask for EF Core: on PostgreSQL that alone costs three round trips.
        var called = mentions.Count == 0 ? [] : await MessageQueries.CalledAsync(append.ToRead, mentions, ct);
        var attachment = file is null ? null : Attach(append, message, file);
        var view = MessageView.Of(
            message, await Author.OfAsync(caller, append, ct), [], mentions, quote: null, attachment is null ? null : FileView.Of(attachment), called);
        // The page also shows the message that is quoted or on whose thread it hangs. That one is looked up when the event is made.
        if (replyTo is null && (thread is null || !message.IsInRoom))
            append.LogKnown(MessageEvents.Posted, access.Room.Id, caller.UserId, message.Id, view);
        else
            append.Log(MessageEvents.Posted, access.Room.Id, caller.UserId, message.Id);
        if (thread is not null)
            await thread.AddAsync(append, message, mentions, ct);
        return new Stored(message.Id, view);
    }

    private static Attachment Attach(LogAppend append, Message message, NewFile file)
    {
        var attachment = Attachment.To(message, file.Name, file.Content);
        append.Db.Attachments.Add(attachment);
        return attachment;
    }

    /// <param name="FirstId">The message that stands for the request.</param>
    /// <param name="New">That message, if it was posted just now.</param>
    private sealed record Stored(long FirstId, MessageView? New);
}
