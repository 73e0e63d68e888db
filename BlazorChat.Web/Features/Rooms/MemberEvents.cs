using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>
/// <c>member</c>: someone joined, left, was removed or muted, or has another role. Their streams start or stop following the
/// room.
/// </summary>
internal sealed class MemberEvents(IDbContextFactory<ChatDb> databases, TimeProvider clock)
    : EventSource<MembersNow>(new EventKind(Changed, Reach.RoomAndSubject, "member"))
{
    /// <summary>Subject: the user.</summary>
    public static readonly EntryKind Changed = new(5);

    protected override async Task<MembersNow> LookUpAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return await MembersNow.OfAsync(
            db, [.. entries.Select(entry => (entry.RoomId, entry.Row.Subject))], clock.GetUtcNow().ToUnixTimeMilliseconds(), ct);
    }

    protected override ValueTask TellAsync(ToldEntry entry, MembersNow now)
    {
        var (roomId, userId) = (entry.RoomId, entry.Row.Subject);
        var room = now.Rooms.GetValueOrDefault(roomId);
        var membership = now.Members.GetValueOrDefault((roomId, userId));
        entry.ChangeMembership(userId, membership is not null, room is not null && new RoomRights(room.Kind, membership?.Role).MaySee);
        // When a room was deleted, each of its members is told that they are no longer in it.
        if (room is not null)
            entry.Tell(
                membership is null ? new Audience(roomId, ExceptUserId: userId) : new Audience(roomId), Of(now, roomId, userId));
        if (membership is null)
            entry.Tell(new Audience(roomId, OnlyUserId: userId), new GoneEvent(roomId, userId));
        return ValueTask.CompletedTask;
    }

    private static MemberEvent Of(MembersNow now, string roomId, string userId)
    {
        var profile = now.Profiles.GetValueOrDefault(userId);
        return new MemberEvent(
            roomId, userId, profile?.Username ?? ChatUser.DeletedName, now.Members.GetValueOrDefault((roomId, userId))?.Role,
            now.MutedUntil.TryGetValue((roomId, userId), out var until) ? until : null,
            profile?.DisplayName, profile?.AvatarUrl, profile?.StatusText);
    }
}

/// <param name="Role">Null if they are no longer a member.</param>
/// <param name="MutedUntil">When they may write again, Unix milliseconds; null if they may.</param>
public sealed record MemberEvent(
    string RoomId, string UserId, string Username, RoomRole? Role,
    [property: JsonPropertyName("silenced_until")] long? MutedUntil, string? DisplayName,
    [property: ChatAddress] string? AvatarUrl, string? StatusText);

/// <summary>Tells someone of their own removal. It has only ids, since they may no longer see the room.</summary>
public sealed record GoneEvent(string RoomId, string UserId, RoomRole? Role = null);
