using BlazorChat.Core.Search;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Search;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation.Side;

/// <summary>A search beside the conversation.</summary>
/// <param name="Query">What was searched for; empty: nothing yet.</param>
/// <param name="Zone">The time zone of the reader, if their browser said it.</param>
/// <param name="Found">What was found; null: nothing was searched, or it was refused.</param>
/// <param name="Refused">Why it was refused, for the reader.</param>
/// <param name="Percent">How much of what was said is in the index.</param>
public sealed record SearchView(string Query, string? Zone, SearchPage? Found, string? Refused, int Percent)
{
    /// <summary>The query, read; null where nothing was searched.</summary>
    public SearchQuery? Searched { get; init; }
}

/// <summary>Searches for the page.</summary>
public sealed class SearchViews(MessageSearch search, IDbContextFactory<ChatDb> databases)
{
    /// <param name="caller">The reader.</param>
    /// <param name="query">What to search for.</param>
    /// <param name="before">The last result of the page before; null: the first page.</param>
    /// <param name="zone">The reader's time zone. One that is not known here is left out.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<SearchView> ReadAsync(Caller caller, string? query, string? before, string? zone, CancellationToken ct)
    {
        var progress = await SearchProgress.ReadAsync(databases, ct);
        var known = zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? zone : null;
        var view = new SearchView(query?.Trim() ?? "", known, null, null, progress.Percent);
        if (view.Query.Length == 0)
            return view;
        var request = SearchRequest.Of(view.Query, null, null, null, before, known);
        if (request.Refusal is { } bad)
            return view with { Refused = bad.Detail };
        var found = await search.FindAsync(caller, request.Value, ct);
        return found.Refusal is { } why ? view with { Refused = why.Detail } : view with { Found = found.Value, Searched = request.Value.Query };
    }
}
