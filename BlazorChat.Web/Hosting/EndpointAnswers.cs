namespace BlazorChat.Web.Hosting;

/// <summary>
/// Tells the OpenAPI document what an endpoint answers and refuses. What follows from its other settings (a sign-in, a limit, a body, an id in
/// its path) need not be said.
/// </summary>
internal static class EndpointAnswers
{
    /// <param name="endpoints">One endpoint or a group.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="codes">The codes of its problems; none: the usual one of the status.</param>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoints, int status, params string[] codes) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new MayRefuse(status, codes.Length > 0 ? codes : [Problems.CodeOf(status)]));

    /// <summary>For an endpoint that never answers so, although its settings suggest it.</summary>
    public static TBuilder NeverRefuses<TBuilder>(this TBuilder endpoints, int status) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new NeverRefuses(status));
}

/// <summary>That an endpoint never answers with this status.</summary>
internal sealed record NeverRefuses(int Status);

/// <summary>That an endpoint answers with this type as well, for those who ask for it.</summary>
internal sealed record AlsoAnswers(string ContentType);

/// <summary>That an endpoint may answer with a problem of this status and with one of these codes.</summary>
internal sealed record MayRefuse(int Status, IReadOnlyList<string> Codes);
