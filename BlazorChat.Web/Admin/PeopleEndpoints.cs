using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Admin;

/// <summary>All accounts, and what administrators can do with them.</summary>
internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder admin)
    {
        admin.MapGet("/users", List).Produces<PeoplePage>()
            .WithSummary("All accounts.").Refuses(400);
        var user = admin.MapGroup("/users/{userId}");
        user.MapGet("", Get).Produces<AccountView>()
            .WithSummary("One account.");
        user.MapPatch("", Change).RequireRateLimiting(RateLimits.Signals).Produces<AccountView>()
            .WithSummary("Changes a role, deactivates or activates an account.").Refuses(409, "last_administrator");

        var acts = user.MapGroup("").RequireRateLimiting(RateLimits.Signals);
        acts.MapPost("/ban", Ban).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Bans someone.").Refuses(409, "last_administrator");
        acts.MapDelete("/ban", LiftBan).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Lifts a ban.");
        acts.MapPost("/sign-out", SignOut).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Ends every sign-in of someone.");
        acts.MapPost("/reset", Reset).Produces<ResetLink>(StatusCodes.Status201Created)
            .WithSummary("Makes a link for a new password, good once within 24 hours.");
    }

    private static async Task<IResult> List(
        [AsParameters] PeopleRequest request, [AsParameters] PageRequest page, PeopleQueries people, CancellationToken ct) =>
        Answers.Ok(await people.ListAsync(request, page, ct));

    private static async Task<IResult> Get(string userId, PeopleQueries people, CancellationToken ct) =>
        await people.FindAsync(userId, ct) is { } person ? TypedResults.Ok(person) : Problems.For(Refusal.NotFound);

    private static async Task<IResult> Change(
        string userId, ChangeStanding change, Caller caller, StandingCommands standing, PeopleQueries people, CancellationToken ct) =>
        (await standing.ChangeAsync(caller, userId, change)).Refusal is { } why
            ? Problems.For(why)
            : await Get(userId, people, ct);

    private static async Task<IResult> Ban(string userId, BanRequest request, Caller caller, StandingCommands standing) =>
        Answers.NoContent(await standing.BanAsync(caller, userId, request.Reason));

    private static async Task<IResult> LiftBan(string userId, Caller caller, StandingCommands standing) =>
        Answers.NoContent(await standing.LiftBanAsync(caller, userId));

    private static async Task<IResult> SignOut(string userId, Caller caller, StandingCommands standing) =>
        Answers.NoContent(await standing.SignOutAsync(caller, userId));

    private static async Task<IResult> Reset(string userId, Caller caller, ResetLinks links)
    {
        var link = await links.MakeAsync(caller, userId);
        return link.Refusal is { } why ? Problems.For(why) : TypedResults.Created((string?)null, link.Value);
    }
}

internal sealed record BanRequest([Needed] string? Reason);
