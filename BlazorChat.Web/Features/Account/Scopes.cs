using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Account;

/// <summary>Keeps access tokens to what they were made for. What is the administrators' asks the caller, who is none then.</summary>
internal static class Scopes
{
    /// <summary>What only a person who signed in may do: no token makes tokens, or ends what its owner signed in with.</summary>
    public static TBuilder RequireSignIn<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new SignInOnly());

    /// <summary>What any token may do whatever it is for: give itself up.</summary>
    public static TBuilder AllowAnyScope<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new AnyScope());

    public static void UseScopes(this IApplicationBuilder app) => app.Use((http, next) =>
        http.Features.Get<Caller>() is { Scope: { } scope } && IsBeyond(scope, http)
            ? Problems.Of(StatusCodes.Status403Forbidden, "insufficient_scope", "This access token was not made for that.")
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
