using System.Text.Json.Serialization;
using BlazorChat.Web.Data;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Someone, by id and name.</summary>
public sealed record PersonView(string UserId, string Username, string? DisplayName = null)
{
    /// <summary>Of the two of a direct room: whether they do not come back, or not as things stand. Absent if they do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Gone { get; init; }

    /// <summary>What they are called.</summary>
    [JsonIgnore]
    public string Name => DisplayName ?? Username;

    public static PersonView Of(ChatUser user) => new(user.Id, user.Name, user.DisplayName);

    internal static PersonView OfTwo(ChatUser user) => Of(user) with { Gone = !user.IsActive };
}
