using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation;

/// <summary>A room as its header shows it to one person: what it is, and what they may do with it.</summary>
public sealed record RoomState(
    string Id, string Name, string Topic, bool Archived, bool IsDefault, RoomRights Rights)
{
    public RoomPosting Posting { get; init; }

    /// <summary>With whom a direct room is.</summary>
    public PersonView? Other { get; init; }

    /// <summary>Whether the reader has blocked them.</summary>
    public bool HasBlocked { get; init; }

    /// <summary>When this person may write here again, Unix milliseconds; null if they are not muted.</summary>
    public long? SilencedUntil { get; init; }

    /// <summary>How many reports wait for this person.</summary>
    public int OpenReports { get; init; }

    internal static RoomState Of(RoomSnapshot page)
    {
        var (access, mine) = (page.Room.Access, page.Mine);
        return new RoomState(
            access.Room.Id, mine.Name, access.Room.Topic, access.Room.IsArchived, access.Room.IsDefault, access.Rights)
        {
            Posting = access.Room.Posting,
            Other = mine.Other,
            HasBlocked = mine.Other is { } other && page.Room.Blocked.Contains(other.UserId),
            SilencedUntil = access.SilencedUntil(page.Room.Now),
            OpenReports = page.OpenReports,
        };
    }

    public RoomState With(RoomView room)
    {
        var other = room.Users?.FirstOrDefault(person => person.UserId == Other?.UserId) ?? Other;
        return this with
        {
            Name = other?.Name ?? room.Name,
            Other = other,
            Topic = room.Topic,
            Archived = room.Archived,
            Posting = room.Posting,
        };
    }

    /// <summary>After joining, leaving or a change of role.</summary>
    public RoomState WithRole(RoomRole? role) => this with { Rights = Rights with { Role = role } };

    /// <summary>Whether the rest of the page offers something else than it did.</summary>
    public bool OffersOther(RoomState before) =>
        (Archived, Rights.MayManage, Rights.MayOwn, Posting, SilencedUntil, Other?.Gone) !=
        (before.Archived, before.Rights.MayManage, before.Rights.MayOwn, before.Posting, before.SilencedUntil, before.Other?.Gone);
}
