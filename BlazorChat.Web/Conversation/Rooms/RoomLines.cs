using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Blocks;
using BlazorChat.Web.Features.Drafts;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Conversation.Rooms;

/// <summary>Applies live events to the lines of someone's room list.</summary>
/// <param name="me">The reader's user id.</param>
/// <param name="blocked">The ids of those whom the reader has blocked: what they say is not unread.</param>
internal sealed class RoomLines(string me, IEnumerable<string> blocked)
{
    private readonly HashSet<string> silent = [.. blocked];
    private Dictionary<string, RoomListItem> lines = [];

    /// <summary>What an event means for the list.</summary>
    public enum Effect
    {
        None,
        Changed,

        /// <summary>Only the server knows the new state.</summary>
        Outdated,
    }

    public IEnumerable<RoomListItem> All => lines.Values;

    /// <returns>Direct rooms that are new in the list: the presence of the other person is not known yet.</returns>
    public IReadOnlyList<RoomListItem> Load(IEnumerable<RoomListItem> now)
    {
        var known = lines;
        lines = now.ToDictionary(room => room.Id, room => room.After(known.GetValueOrDefault(room.Id)));
        return [.. lines.Values.Where(room => room.Other is not null && !known.ContainsKey(room.Id))];
    }

    /// <summary>Applies the presence of a person with whom there is a direct room.</summary>
    public Effect Meet(string userId, PresenceStatus status) => ChangeDirect(userId, room => room with { Status = status });

    public Effect Apply(string name, JsonElement data) => name switch
    {
        "message" => Received(Read<MessageView>(data)),
        "message_edited" => Altered(Read<MessageView>(data)),
        "message_deleted" => Deleted(Read<MessageView>(data)),
        "read" => ReadUpTo(Read<ReadEvent>(data)),
        "marked_unread" => Change(Read<MarkedUnreadEvent>(data).RoomId, room => room with { IsHeld = true }),
        "draft" => Begun(Read<DraftView>(data)),
        "preferences" => Prefer(Read<PreferencesEvent>(data)),
        "room" => Become(Read<RoomEvent>(data)),
        "member" => Read<MemberEvent>(data).UserId == me ? Effect.Outdated : Effect.None,
        "profile" => Recognise(Read<ProfileEvent>(data)),
        "block" => Block(Read<BlockEvent>(data)),
        "presence" => Read<PresenceEvent>(data) is var told ? Meet(told.UserId, told.Status) : Effect.None,
        "reset" => Effect.Outdated,
        _ => Effect.None,
    };

    // A reply that stands in its thread only is no message of the room.
    private Effect Received(MessageView message) => message.Number is not { } number ? Effect.None :
        Change(message.RoomId, room => message.UserId == me
            ? room.Wrote(number)
            : room.Received(number, !message.Deleted && !silent.Contains(message.UserId), message.Mentions.Contains(me)));

    // How much of what is unread is theirs is not known here.
    private Effect Block(BlockEvent now)
    {
        _ = now.Blocked ? silent.Add(now.UserId) : silent.Remove(now.UserId);
        return Effect.Outdated;
    }

    private Effect Altered(MessageView message) =>
        message.Number is null ? Effect.None : message.Mentions.Contains(me) || lines.GetValueOrDefault(message.RoomId)?.Mentions > 0 ? Effect.Outdated : Effect.None;

    // Whether the deleted message was unread is not known here.
    private Effect Deleted(MessageView message) =>
        message.Number is not null && lines.GetValueOrDefault(message.RoomId)?.Unread > 0 ? Effect.Outdated : Altered(message);

    // Which messages after the mark mention me or are deleted is not known here.
    private Effect ReadUpTo(ReadEvent mark) => Change(mark.RoomId, room => room.ReadUpTo(mark.Number)) switch
    {
        Effect.Changed when lines[mark.RoomId].Unread > 0 => Effect.Outdated,
        var effect => effect,
    };

    private Effect Begun(DraftView draft) =>
        Change(draft.RoomId, room => room.Begun(draft.ThreadId ?? RoomListItem.InRoom, draft.Text.Length > 0));

    private Effect Prefer(PreferencesEvent wish) =>
        Change(wish.RoomId, room => room with { Notify = wish.Notify, Pinned = wish.Pinned, NotificationsOff = wish.NotificationsOff });

    private Effect Become(RoomEvent now)
    {
        if (now.Room is null)
            return lines.Remove(now.RoomId) ? Effect.Changed : Effect.None;
        return Change(now.RoomId, room => room.With(now.Room)) is Effect.Changed ? Effect.Changed : Effect.Outdated;
    }

    private Effect Recognise(ProfileEvent person) => ChangeDirect(person.UserId, room => room.With(person));

    private Effect ChangeDirect(string userId, Func<RoomListItem, RoomListItem> change) =>
        lines.Values.FirstOrDefault(room => room.Other?.UserId == userId) is { } direct ? Change(direct.Id, change) : Effect.None;

    private Effect Change(string roomId, Func<RoomListItem, RoomListItem> change)
    {
        if (!lines.TryGetValue(roomId, out var room))
            return Effect.None;
        lines[roomId] = change(room);
        return Effect.Changed;
    }

    private static T Read<T>(JsonElement data) => data.Deserialize<T>(ChatJson.Options)!;
}

/// <summary>The reader marked a room as unread: the event <c>marked_unread</c>, which stays within the page.</summary>
public sealed record MarkedUnreadEvent(string RoomId);
