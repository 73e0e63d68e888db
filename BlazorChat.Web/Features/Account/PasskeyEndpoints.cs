using System.Net.Mime;
using System.Text.Json;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Account;

/// <summary>Passkeys, for the pages' script. Signing in by a passkey is completed by the login page, like a password.</summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this IEndpointRouteBuilder auth)
    {
        auth.MapPost("/passkeys/request-options", RequestOptions).Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Application.Json)
            .WithSummary("Begins a sign-in by passkey, for the pages.").NeverRefuses(StatusCodes.Status503ServiceUnavailable).Refuses(429);
        var passkeys = auth.MapGroup("/passkeys").RequireAuthorization().RequireSignIn();
        passkeys.MapGet("", List).Produces<PasskeysPage>()
            .WithSummary("My passkeys.");
        var changes = passkeys.MapGroup("").RequireRateLimiting(RateLimits.Posting);
        changes.MapPost("/creation-options", CreationOptions)
            .Produces(StatusCodes.Status200OK, contentType: MediaTypeNames.Application.Json)
            .WithSummary("Begins to add a passkey, for the pages.").Refuses(409, "too_many_passkeys");
        changes.MapPost("", Add).Produces<PasskeyView>(StatusCodes.Status201Created)
            .WithSummary("Adds a passkey, for the pages.").Refuses(409, "too_many_passkeys");
        changes.MapPatch("/{passkeyId}", Rename).Produces<PasskeyView>()
            .WithSummary("Renames a passkey.");
        changes.MapDelete("/{passkeyId}", Remove).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Removes a passkey.");
    }

    private static async Task<IResult> RequestOptions(HttpContext http, Passkeys passkeys, SignInLimits limits) =>
        await limits.RefuseAddressAsync(http) ?? Json(await passkeys.RequestOptionsAsync());

    private static async Task<IResult> List(Caller caller, Passkeys passkeys, CancellationToken ct) =>
        TypedResults.Ok(new PasskeysPage(await passkeys.ListAsync(caller, ct)));

    // The password is needed, as for the second factor: nobody may add a passkey in a browser that was left open.
    private static async Task<IResult> CreationOptions(
        ConfirmedRequest request, Caller caller, Passwords passwords, Passkeys passkeys) =>
        await passwords.ConfirmAsync(caller, request.Password) is { Refusal: { } why }
            ? Problems.For(why)
            : Json(await passkeys.CreationOptionsAsync(caller));

    private static async Task<IResult> Add(AddPasskey request, Caller caller, Passkeys passkeys)
    {
        var added = await passkeys.AddAsync(caller, request.Credential?.GetRawText(), request.Name);
        return added.Refusal is { } why ? Problems.For(why) : TypedResults.Created((string?)null, added.Value);
    }

    private static async Task<IResult> Rename(string passkeyId, RenamePasskey request, Caller caller, Passkeys passkeys) =>
        Answers.Ok(await passkeys.RenameAsync(caller, passkeyId, request.Name));

    private static async Task<IResult> Remove(string passkeyId, Caller caller, Passkeys passkeys) =>
        Answers.NoContent(await passkeys.RemoveAsync(caller, passkeyId));

    private static IResult Json(string json) => TypedResults.Text(json, MediaTypeNames.Application.Json);
}

/// <param name="Credential">What <c>navigator.credentials.create</c> gave, by its <c>toJSON</c>.</param>
internal sealed record AddPasskey([Needed] JsonElement? Credential, [Needed] string? Name);

internal sealed record RenamePasskey([Needed] string? Name);

internal sealed record PasskeysPage(IReadOnlyList<PasskeyView> Passkeys);
