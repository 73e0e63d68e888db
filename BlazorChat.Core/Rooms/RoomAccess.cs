using System.Globalization;
using BlazorChat.Core.Users;

namespace BlazorChat.Core.Rooms;

/// <summary>
/// What one person may do in one room. Only this type and <see cref="RoomRights"/> decide it: endpoints, streams, pages and
/// components ask here.
/// </summary>
/// <param name="Room">The room.</param>
/// <param name="Membership">The person's membership as it is now, or null.</param>
/// <param name="IsAdministrator">Whether the person administers the whole chat.</param>
/// <param name="Mute">The last mute of the person in this room, in force or over.</param>
public sealed record RoomAccess(Room Room, Membership? Membership, bool IsAdministrator, Mute? Mute = null)
{
    private static readonly Refusal Archived = Refusal.Forbidden("This room is archived: nobody writes here any more.");

    private static readonly Refusal ModeratorsOnly = Refusal.Forbidden("Only moderators post here. You can read along.");

    private static readonly Refusal Blocked = new(
        RefusalReason.Forbidden, "blocked", "One of you has blocked the other: you cannot write to each other.");

    private static readonly Refusal Gone = new(
        RefusalReason.Forbidden, "gone", "The person you talked to here is gone: nobody would read what you write.");

    private static readonly Refusal AlwaysTheSameTwo = Refusal.Forbidden(
        "A direct conversation always stays between the same two people: nobody joins or leaves.");

    /// <summary>In a direct room: whether one of the two people has blocked the other. Neither is told who did.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>In a direct room: whether the other person's account was deleted or deactivated.</summary>
    public bool IsDeserted { get; init; }

    /// <summary>The rights that follow from the room's kind and the person's role alone.</summary>
    public RoomRights Rights => new(Room.Kind, Membership?.Role, IsAdministrator);

    /// <inheritdoc cref="RoomRights.MaySee"/>
    public bool MaySee => Rights.MaySee;

    public bool MayJoin => Rights.MayJoin;

    /// <inheritdoc cref="RoomRights.MayModerate"/>
    public bool MayModerate => Rights.MayModerate;

    /// <summary>Whether they may address everybody in the room at once, by @room or @here.</summary>
    /// <param name="members">How many people are in it.</param>
    /// <param name="most">In rooms of how many everybody may.</param>
    public bool MayAddressAll(int members, int most) => members <= Everybody.Most && (MayModerate || members <= most);

    /// <inheritdoc cref="RoomRights.MayManage"/>
    public bool MayManage => Rights.MayManage;

    /// <inheritdoc cref="RoomRights.MayOwn"/>
    public bool MayOwn => Rights.MayOwn;

    /// <summary>
    /// Whether they may write: post, edit, react and show that they are typing. Checked each time, because a mute ends by
    /// itself.
    /// </summary>
    /// <param name="now">Unix milliseconds.</param>
    public bool MayPost(long now) => RefusePosting(now) is null;

    /// <returns>Why they may not write now; null if they may.</returns>
    public Refusal? RefusePosting(long now) =>
        !MaySee ? Refusal.NotFound
        : Room.IsArchived ? Archived
        : IsDeserted ? Gone
        : IsBlocked ? Blocked
        : Room.Posting == RoomPosting.Moderators && !MayModerate ? ModeratorsOnly
        : MutedUntil(now) is { } until ? Silenced(until)
        : null;

    /// <returns>When they may write again, Unix milliseconds; null if they are not muted.</returns>
    public long? MutedUntil(long now) => Mute?.IsInForce(now) == true ? Mute.Until : null;

    /// <inheritdoc cref="RoomRights.MayAdminister"/>
    public bool MayAdminister => Rights.MayAdminister;

    /// <inheritdoc cref="RoomRights.MayChange"/>
    /// <param name="other">The other person's membership; null if they are no member.</param>
    public bool MayChange(Membership? other) => Rights.MayChange(other?.Role);

    private static Refusal Silenced(long until) => new(RefusalReason.Forbidden, "silenced", string.Create(
        CultureInfo.InvariantCulture,
        $"A moderator muted you in this room until {DateTimeOffset.FromUnixTimeMilliseconds(until):yyyy-MM-dd HH:mm} UTC."));

    /// <returns>Why nobody can join or leave this room; null if people can.</returns>
    public Refusal? RefuseComingAndGoing() => Rights.ComesAndGoes ? null : AlwaysTheSameTwo;
}
