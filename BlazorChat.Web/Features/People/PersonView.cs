using System.Text.Json.Serialization;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.People;

/// <summary>A person: id, name and picture.</summary>
public sealed record PersonView(string UserId, string Username)
{
    public string? DisplayName { get; init; }

    [ChatAddress]
    public string? AvatarUrl { get; init; }

    /// <summary>In a direct room: whether the account was deleted or deactivated. Absent if it was not.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Gone { get; init; }

    /// <summary>The display name, or the username without one.</summary>
    [JsonIgnore]
    public string Name => DisplayName ?? Username;

    public static PersonView Of(ChatUser user) => new(user.Id, user.Name)
    {
        DisplayName = user.DisplayName,
        AvatarUrl = AvatarPath.Of(user.Id, user.AvatarHash),
    };

    internal static PersonView OfTwo(ChatUser user) => Of(user) with { Gone = !user.IsActive };
}
