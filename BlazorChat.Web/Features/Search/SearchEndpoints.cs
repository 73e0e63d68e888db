using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace BlazorChat.Web.Features.Search;

/// <summary><c>GET /chat/search</c>: messages by what was said, of the rooms that the caller may read now.</summary>
internal static class SearchEndpoints
{
    public static void MapSearch(this IEndpointRouteBuilder chat) =>
        chat.MapGet("/search", Get).Produces<SearchPage>().WithTags("Messages").RequireRateLimiting(RateLimits.Signals)
            .WithSummary("Messages by what was said, newest first: words, phrases and filters.").Refuses(400).Refuses(404);

    private static async Task<IResult> Get(
        string? q, [FromQuery(Name = "room_id")] string? roomId, [FromQuery(Name = "user_id")] string? userId, string? limit, string? before, string? tz,
        Caller caller, MessageSearch search, CancellationToken ct)
    {
        var request = SearchRequest.Of(q, roomId, userId, limit, before, tz);
        return request.Refusal is { } bad ? Problems.For(bad) : Answers.Ok(await search.FindAsync(caller, request.Value, ct));
    }
}
