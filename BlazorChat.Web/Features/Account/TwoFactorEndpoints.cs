using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Account;

/// <summary>Setting up the second factor. What changes it asks for the password again.</summary>
internal static class TwoFactorEndpoints
{
    public static void MapTwoFactor(this IEndpointRouteBuilder auth)
    {
        var factor = auth.MapGroup("/two-factor").RequireAuthorization().RequireSignIn();
        factor.MapGet("", (Caller caller, TwoFactor twoFactor, CancellationToken ct) => twoFactor.LookAsync(caller, ct))
            .WithSummary("Whether signing in needs a second factor.");
        var changes = factor.MapGroup("").RequireRateLimiting(RateLimits.Posting);
        changes.MapPost("/setup", SetUp).Produces<AuthenticatorSetup>()
            .WithSummary("Begins to set up an authenticator app.").Refuses(409, "two_factor_on").Refuses(429);
        changes.MapPost("", TurnOn).Produces<RecoveryCodes>()
            .WithSummary("Turns the second factor on, with a first code from the app.").Refuses(409, "two_factor_on");
        changes.MapPost("/recovery-codes", RenewCodes).Produces<RecoveryCodes>()
            .WithSummary("Makes new recovery codes. The old ones work no more.").Refuses(409, "two_factor_off");
        changes.MapPost("/off", TurnOff).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Turns the second factor off.");
    }

    private static async Task<IResult> SetUp(ConfirmedRequest request, Caller caller, Passwords passwords, TwoFactor twoFactor) =>
        await passwords.ConfirmAsync(caller, request.Password) is { Refusal: { } why }
            ? Problems.For(why)
            : Answers.Ok(await twoFactor.SetUpAsync(caller));

    private static async Task<IResult> TurnOn(CodeRequest request, Caller caller, TwoFactor twoFactor) =>
        Answers.Ok(await twoFactor.TurnOnAsync(caller, request.Code));

    private static async Task<IResult> RenewCodes(
        ConfirmedRequest request, Caller caller, Passwords passwords, TwoFactor twoFactor) =>
        await passwords.ConfirmAsync(caller, request.Password) is { Refusal: { } why }
            ? Problems.For(why)
            : Answers.Ok(await twoFactor.RenewCodesAsync(caller));

    private static async Task<IResult> TurnOff(ConfirmedRequest request, Caller caller, Passwords passwords, TwoFactor twoFactor)
    {
        if (await passwords.ConfirmAsync(caller, request.Password) is { Refusal: { } why })
            return Problems.For(why);
        return await twoFactor.TurnOffAsync(caller) is { Refusal: { } failed } ? Problems.For(failed) : TypedResults.NoContent();
    }
}

internal sealed record ConfirmedRequest([Needed] string? Password);

internal sealed record CodeRequest([Needed] string? Code);
