using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Account;

/// <summary>Limits access tokens to their scope. Administration needs no check here: without the scope for it, the caller is no
/// administrator.</summary>
internal static class Scopes
{
    private const string Insufficient = "insufficient_scope";

    /// <summary>For endpoints that need a sign-in: no access token may make tokens, or end the sessions of its owner.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new SignInOnly()).Refuses(StatusCodes.Status403Forbidden, Insufficient);

    /// <summary>For endpoints that accept a token of any scope: it may revoke itself.</summary>
    public static TBuilder AllowAnyScope<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AnyScope());

    public static void UseScopes(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Features.Get<Caller>() is { Scope: { } scope } && IsBeyond(scope, http)
            ? Problems.Of(StatusCodes.Status403Forbidden, Insufficient, "This access token was not made for that.")
                .ExecuteAsync(http)
            : next(http));

    private static bool IsBeyond(TokenScope scope, HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } endpoint &&
        (endpoint.GetMetadata<SignInOnly>() is not null ||
         (scope == TokenScope.Read && !IsReading(http.Request.Method) && endpoint.GetMetadata<AnyScope>() is null));

    private static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);

    private sealed class SignInOnly;

    private sealed class AnyScope;
}
