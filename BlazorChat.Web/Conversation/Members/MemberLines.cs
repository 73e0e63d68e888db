using System.Text.Json;
using BlazorChat.Core.Presence;
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
    private MemberCounts loaded = FirstMembers.None.Counts;

    /// <summary>What an event means for the list.</summary>
    public enum Effect
    {
        None,
        Changed,

        /// <summary>Only the server knows the new state.</summary>
        Outdated,
    }

    /// <summary>Whether the room has more members than the list.</summary>
    public bool IsCut { get; private set; }

    public MemberCounts Counts => IsCut ? loaded : MemberCounts.Of(lines.Values);

    public IEnumerable<MemberView> All => lines.Values;

    public IEnumerable<MemberView> Those(PresenceStatus status) => lines.Values.Where(member => member.Status == status).InOrder();

    public MemberView? Find(string userId) => lines.GetValueOrDefault(userId);

    public void Load(FirstMembers now)
    {
        lines = now.First.ToDictionary(member => member.UserId);
        loaded = now.Counts;
        IsCut = now.IsCut;
    }

    public Effect Apply(string name, JsonElement data) => name switch
    {
        // Who comes and goes changes who the first are.
        "presence" => IsCut ? Effect.Outdated : Move(Read<PresenceEvent>(data)),
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
        return IsCut ? Effect.Outdated : lines.Remove(now.UserId) ? Effect.Changed : Effect.None;
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
