using BlazorChat.Web.Data;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Someone, by id and name.</summary>
public sealed record PersonView(string UserId, string Username)
{
    public static PersonView Of(ChatUser user) => new(user.Id, user.Name);
}
