using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Search;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Search;

/// <summary>A search as it was asked for.</summary>
/// <param name="Query">What is searched for.</param>
/// <param name="RoomId">Only this room; null: all.</param>
/// <param name="UserId">Only this author; null: all.</param>
/// <param name="Limit">How many results.</param>
/// <param name="Before">Only messages before this one.</param>
public sealed record SearchRequest(SearchQuery Query, string? RoomId, string? UserId, int Limit, long Before)
{
    private const string DefaultLimit = "20";

    private static readonly Refusal BadZone = Refusal.Invalid("tz", "That is no time zone known here. Give its name, such as Europe/Berlin.");
    private static readonly Refusal BadBefore = Refusal.Invalid("before", "That is no id of a message.");

    public static Result<SearchRequest> Of(string? q, string? roomId, string? userId, string? limit, string? before, string? tz)
    {
        var length = PageLength.Of(limit ?? DefaultLimit);
        if (length.Refusal is { } tooMany)
            return tooMany;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(tz ?? "UTC", out var zone))
            return BadZone;
        var end = before is null ? long.MaxValue : Message.ParseId(before);
        if (end is null)
            return BadBefore;
        var query = SearchQuery.Parse(q, zone);
        return query.Refusal is { } why ? why : new SearchRequest(query.Value, roomId, userId, length.Value, end.Value);
    }
}
