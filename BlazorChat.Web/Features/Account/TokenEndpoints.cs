using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Lists, makes and revokes the caller's access tokens.</summary>
internal static class TokenEndpoints
{
    public static void MapTokens(this IEndpointRouteBuilder auth)
    {
        var tokens = auth.MapGroup("/tokens").RequireAuthorization().RequireSignIn();
        tokens.MapGet("", List).Produces<TokensPage>()
            .WithSummary("My access tokens.");
        tokens.MapPost("", Make).RequireRateLimiting(RateLimits.Posting).Produces<MadeToken>(StatusCodes.Status201Created)
            .WithSummary("Makes an access token for a program of mine. It is shown this once.").Refuses(409, "too_many_tokens");
        tokens.MapDelete("/{tokenId}", Revoke).RequireRateLimiting(RateLimits.Signals).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Revokes an access token.");
    }

    private static async Task<IResult> List(
        Caller caller, IDbContextFactory<ChatDb> databases, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        return TypedResults.Ok(new TokensPage(
            await SessionQueries.TokensOfAsync(db, caller, clock.GetUtcNow().ToUnixTimeMilliseconds(), ct)));
    }

    private static async Task<IResult> Make(MakeToken request, Caller caller, PersonalTokens tokens)
    {
        var made = await tokens.MakeAsync(caller, request);
        return made.Refusal is { } why ? Problems.For(why) : TypedResults.Created((string?)null, made.Value);
    }

    private static async Task<IResult> Revoke(string tokenId, Caller caller, SignIns signIns) =>
        Answers.NoContent(await signIns.EndAsync(caller.UserId, tokenId));
}

internal sealed record TokensPage(IReadOnlyList<TokenView> Tokens);
