using BlazorChat.Core;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Creates rooms, changes their names and topics, archives and deletes them.</summary>
public sealed class RoomCommands(LogWriter log, RoomDeletion deletion)
{
    private static readonly Refusal Taken = Refusal.Conflict("room_taken", "There is already a room with this address.", "id");

    internal static readonly Refusal DefaultStays = Refusal.Conflict(
        "default_room", "Everyone starts in this room: it cannot be archived or deleted.");

    public Task<Result<MyRoomView>> CreateAsync(Caller caller, CreateRoom request)
    {
        var draft = NewRoom.Parse(request);
        return log.AppendAsync<MyRoomView>(async (append, ct) =>
        {
            if (draft.Refusal is { } why)
                return why;
            var room = draft.Value.Make(append.Now);
            if (await append.Db.Rooms.AnyAsync(r => r.Id == room.Id, ct))
                return Taken;
            append.Db.Rooms.Add(room);
            var owner = Membership.Join(room, caller.UserId, RoomRole.Owner, append.Now);
            append.Db.Memberships.Add(owner);
            // The owner becomes a member before the event is made, so that all their streams get it.
            append.Log(MemberEvents.Changed, room.Id, caller.UserId, caller.UserId);
            append.Log(RoomEvents.Changed, room.Id, caller.UserId, room.Id);
            return MyRoomView.Of(room, owner);
        });
    }

    public Task<Result<MyRoomView>> ChangeAsync(Caller caller, string roomId, ChangeRoom request) =>
        log.AppendAsync<MyRoomView>(async (append, ct) =>
        {
            if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
                return Refusal.NotFound;
            if (!access.MayManage)
                return Refusal.Forbidden("Only its owners, moderators and administrators may change a room.");
            var (wasArchived, posting) = (access.Room.IsArchived, access.Room.Posting);
            if (request.Apply(access.Room, append.Now) is { } why)
                return why;
            if (access.Room.IsArchived != wasArchived)
                append.Audit(caller, wasArchived ? "room.restore" : "room.archive", room: access.Room);
            if (access.Room.Posting != posting)
                append.Audit(caller, "room.posting", room: access.Room, detail: access.Room.Posting.ToString().ToLowerInvariant());
            append.Log(RoomEvents.Changed, roomId, caller.UserId, roomId);
            return await RoomQueries.ViewAsync(append.Db, caller.UserId, access, ct);
        });

    /// <summary>Deletes a room and all its messages.</summary>
    public Task<Result<Done>> DeleteAsync(Caller caller, string roomId) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await RoomGate.EnterAsync(append.Db, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        if (!access.MayOwn)
            return Refusal.Forbidden("Only its owners and administrators may delete a room.");
        if (access.Room.IsDefault)
            return DefaultStays;
        append.Audit(caller, "room.delete", room: access.Room);
        await deletion.DeleteAsync(append, caller, access.Room, ct);
        return default(Done);
    });

    /// <summary>A request for a new room, validated.</summary>
    private sealed record NewRoom(RoomSlug? Id, RoomName Name, RoomTopic Topic)
    {
        public Room Make(long now) =>
            Id is { } slug ? Room.CreatePublic(slug, Name, Topic, now) : Room.CreatePrivate(Name, Topic, now);

        public static Result<NewRoom> Parse(CreateRoom request)
        {
            var (name, topic) = (RoomName.Parse(request.Name), RoomTopic.Parse(request.Topic));
            if ((name.Refusal ?? topic.Refusal) is { } why)
                return why;
            switch (request.Kind)
            {
                case null or "public":
                    var slug = request.Id is { } id ? RoomSlug.Parse(id) : RoomSlug.From(name.Value);
                    return slug.Refusal is { } badSlug ? badSlug : new NewRoom(slug.Value, name.Value, topic.Value);
                case "private" when request.Id is null:
                    return new NewRoom(null, name.Value, topic.Value);
                case "private":
                    return Refusal.Invalid("id", "A private room's id is made for it: leave it out.");
                default:
                    return Refusal.Invalid("kind", "A room is public or private.");
            }
        }
    }
}

/// <param name="Kind"><c>public</c>, the default, or <c>private</c>.</param>
/// <param name="Id">For public rooms only; made from the name if absent.</param>
public sealed record CreateRoom([Needed] string? Name, string? Id, string? Topic, string? Kind);

/// <summary>Fields that are absent stay as they are.</summary>
/// <param name="Posting"><c>everyone</c> or <c>moderators</c>.</param>
/// <param name="LinkPreviews">Whether links that are posted from now on get previews.</param>
public sealed record ChangeRoom(string? Name, string? Topic, bool? Archived, string? Posting, bool? LinkPreviews = null)
{
    /// <returns>Why nothing was changed, or null.</returns>
    internal Refusal? Apply(Room room, long now)
    {
        var name = Name is null ? (Result<RoomName>?)null : RoomName.Parse(Name);
        var topic = Topic is null ? (Result<RoomTopic>?)null : RoomTopic.Parse(Topic);
        if ((name?.Refusal ?? topic?.Refusal) is { } why)
            return why;
        if (Posting is not (null or "everyone" or "moderators"))
            return Refusal.Invalid("posting", "Say who may post: everyone or moderators.");
        if (Archived == true && room.IsDefault)
            return Refusal.Conflict("default_room", "Everyone starts in this room: it cannot be archived.");
        if (name is { } newName)
            room.Rename(newName.Value);
        if (topic is { } newTopic)
            room.ChangeTopic(newTopic.Value);
        if (Posting is not null)
            room.LetPost(Posting == "everyone" ? RoomPosting.Everyone : RoomPosting.Moderators);
        if (LinkPreviews is { } shows)
            room.ShowPreviews(shows);
        if (Archived == true)
            room.Archive(now);
        else if (Archived == false)
            room.Restore();
        return null;
    }
}
