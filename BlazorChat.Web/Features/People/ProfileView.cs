using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.People;

/// <summary>A profile, as others see it.</summary>
/// <param name="DisplayName">Null: they are shown by their username.</param>
/// <param name="AvatarUrl">Null: their initials are shown.</param>
public sealed record ProfileView(string UserId, string Username, string? DisplayName, string StatusText, [property: ChatAddress] string? AvatarUrl)
{
    public static ProfileView Of(ChatUser user) =>
        new(user.Id, user.Name, user.DisplayName, user.StatusText, AvatarPath.Of(user.Id, user.AvatarHash));
}

/// <summary>The address of a picture. It changes with the picture, so browsers may cache it forever.</summary>
public static class AvatarPath
{
    public static string? Of(string userId, string? hash) => hash is null ? null : $"chat/users/{userId}/avatar?v={hash}";
}
