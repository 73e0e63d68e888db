using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A line of the member list.</summary>
public sealed record MemberItem(string UserId, string Username, RoomRole Role, PresenceStatus Status);
