using System.Text.Json;
using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>An entry, and its events: none, one, or several for different people.</summary>
public sealed class ToldEntry
{
    private readonly string epoch;
    private readonly string? name;
    private readonly JsonSerializerOptions json;
    private readonly List<ChatEvent> events = [];

    internal ToldEntry(CommittedEntry committed, string epoch, string? name, bool wantsHtml, JsonSerializerOptions json)
    {
        (Committed, this.epoch, this.name, WantsHtml, this.json) = (committed, epoch, name, wantsHtml, json);
    }

    public CommittedEntry Committed { get; }

    public LogEntry Row => Committed.Entry;

    /// <summary>The entry's room, where its kind always has one.</summary>
    public string RoomId => Row.RoomId ?? throw new InvalidOperationException("The entry names no room.");

    /// <summary>Whether any reader wants messages as HTML: rendering costs more than everything else here.</summary>
    public bool WantsHtml { get; }

    public IReadOnlyList<ChatEvent> Events => events;

    /// <summary>Who follows the room from here on; null if that did not change.</summary>
    internal MembershipChange? Membership { get; private set; }

    /// <summary>Whether the room was deleted: its streams end after this entry's events.</summary>
    internal bool ClosesRoom { get; private set; }

    /// <summary>Tells everyone who follows the entry's room.</summary>
    public void Tell<T>(T data, T? withHtml = null) where T : class => Tell(new Audience(RoomId), data, withHtml);

    /// <param name="audience">Whom it is for.</param>
    /// <param name="data">What programs get.</param>
    /// <param name="withHtml">The same with the timeline's rendering, for pages; null where there is none.</param>
    public void Tell<T>(Audience audience, T data, T? withHtml = null) where T : class => events.Add(new ChatEvent(
        audience, Row.Position, new Cursor(epoch, Row.Position).ToString(), name, JsonSerializer.SerializeToUtf8Bytes(data, json),
        withHtml is null ? null : JsonSerializer.SerializeToUtf8Bytes(withHtml, json)));

    /// <summary>Makes someone's streams follow the room or stop following it. A new member's follow before the event is published.</summary>
    /// <param name="userId">Whose membership changed.</param>
    /// <param name="isMember">Whether they are a member now.</param>
    /// <param name="maySee">Whether they may read the room now, member or not.</param>
    public void ChangeMembership(string userId, bool isMember, bool maySee) =>
        Membership = new MembershipChange(userId, isMember, maySee);

    /// <summary>Ends the room's streams after this entry's events, because the room was deleted.</summary>
    public void CloseRoom() => ClosesRoom = true;
}

/// <param name="UserId">Whose membership changed.</param>
/// <param name="IsMember">Whether they are a member now.</param>
/// <param name="MaySee">Whether they may read the room now, member or not.</param>
internal sealed record MembershipChange(string UserId, bool IsMember, bool MaySee);
