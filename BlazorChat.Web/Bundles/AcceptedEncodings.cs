namespace BlazorChat.Web.Bundles;

internal static class AcceptedEncodings
{
    /// <summary>Whether the answer may be compressed in this way.</summary>
    /// <param name="request">The request to answer.</param>
    /// <param name="encoding">Its name in <c>Accept-Encoding</c>: <c>gzip</c> or <c>br</c>.</param>
    public static bool Accepts(this HttpRequest request, string encoding) =>
        request.Headers.AcceptEncoding.ToString().Contains(encoding, StringComparison.OrdinalIgnoreCase);
}
