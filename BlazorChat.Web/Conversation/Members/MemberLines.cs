using System.Text.Json;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Conversation.Members;

/// <summary>Applies live events to the lines of a list of members.</summary>
/// <param name="roomId">Their room.</param>
internal sealed class MemberLines(string roomId)
{
    private Dictionary<string, MemberView> lines = [];

    /// <summary>What an event means for the list.</summary>
    public enum Effect
    {
        None,
        Changed,

        /// <summary>Only the server knows the new state.</summary>
        Outdated,
    }

    public IEnumerable<MemberView> All => lines.Values;

    public void Load(IEnumerable<MemberView> now) => lines = now.ToDictionary(member => member.UserId);

    public Effect Apply(string name, JsonElement data) => name switch
    {
        "presence" => Move(Read<PresenceEvent>(data)),
        "profile" => Recognise(Read<ProfileEvent>(data)),
        "member" => Become(Read<MemberEvent>(data)),
        "reset" => Effect.Outdated,
        _ => Effect.None,
    };

    private Effect Move(PresenceEvent told) => Change(told.UserId, member => member with { Status = told.Status });

    private Effect Recognise(ProfileEvent profile) => Change(profile.UserId, member => member with
    {
        DisplayName = profile.DisplayName,
        StatusText = profile.StatusText,
        AvatarUrl = profile.AvatarUrl,
    });

    private Effect Become(MemberEvent now)
    {
        if (now.RoomId != roomId)
            return Effect.None;
        if (now.Role is { } role)
            return Change(now.UserId, member => member with { Role = role, MutedUntil = now.MutedUntil }) is Effect.Changed ? Effect.Changed : Effect.Outdated;
        return lines.Remove(now.UserId) ? Effect.Changed : Effect.None;
    }

    private Effect Change(string userId, Func<MemberView, MemberView> change)
    {
        if (!lines.TryGetValue(userId, out var member))
            return Effect.None;
        lines[userId] = change(member);
        return Effect.Changed;
    }

    private static T Read<T>(JsonElement data) => data.Deserialize<T>(ChatJson.Options)!;
}
