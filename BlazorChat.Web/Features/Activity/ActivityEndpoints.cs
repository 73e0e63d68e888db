using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Activity;

/// <summary>What concerns oneself, from all rooms.</summary>
internal static class ActivityEndpoints
{
    public static void MapActivity(this IEndpointRouteBuilder chat)
    {
        var mine = chat.MapGroup("").WithTags("Messages");
        mine.MapGet("/mentions", Mentions).Produces<MessagesPage>()
            .WithSummary("The messages that address me, of the rooms that I may read now, newest first.").Refuses(400);
        mine.MapGet("/activity", Activity).Produces<ActivityPage>()
            .WithSummary("Who mentioned me, answered me or reacted to my messages in the rooms that I may read now, newest first.").Refuses(400);
    }

    private static Task<IResult> Mentions(
        string? before, string? limit, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct) =>
        ListAsync(limit, databases, (db, length) => MentionQueries.ReadAsync(db, caller.UserId, before, length, ct), ct);

    private static Task<IResult> Activity(
        string? before, string? limit, Caller caller, IDbContextFactory<ChatDb> databases, CancellationToken ct) =>
        ListAsync(limit, databases, (db, length) => ActivityQueries.ReadAsync(db, caller.UserId, before, length, ct), ct);

    private static async Task<IResult> ListAsync<TPage>(
        string? limit, IDbContextFactory<ChatDb> databases, Func<ChatDb, int, Task<Core.Result<TPage>>> read, CancellationToken ct)
    {
        var length = PageLength.Of(limit);
        if (length.Refusal is { } bad)
            return Problems.For(bad);
        await using var db = await databases.CreateDbContextAsync(ct);
        return Answers.Ok(await read(db, length.Value));
    }
}
