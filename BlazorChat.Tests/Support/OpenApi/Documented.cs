using System.Text.Json;

namespace BlazorChat.Tests.Support.OpenApi;

/// <summary>
/// Compares every answer that a test gets with the OpenAPI document: its status, content type and body. A test fails where they
/// differ, whatever else it is about.
/// </summary>
internal sealed class Documented(Uri chat, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly HashSet<string> methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        var path = request.RequestUri!.AbsolutePath;
        if (methods.Contains(request.Method.Method) && (path.StartsWith("/chat/", StringComparison.Ordinal) || path.StartsWith("/auth/", StringComparison.Ordinal)))
        {
            var document = await InterfaceDocument.OfAsync(chat, cancellationToken);
            if (await FaultAsync(document, request.Method.Method, path, response, cancellationToken) is { } fault)
                Assert.Fail($"{request.Method} {path} answered {(int)response.StatusCode}, which the OpenAPI document does not say: {fault}");
        }
        return response;
    }

    private static async Task<string?> FaultAsync(InterfaceDocument document, string method, string path, HttpResponseMessage response, CancellationToken ct)
    {
        var status = (int)response.StatusCode;
        if (document.Find(method, path) is not { } operation)
            return status is 404 or 405 or 401 ? null : "there is no such operation";
        // A bug, and a connection that was given up, are no part of the interface.
        if (status == 500)
            return null;
        if (operation.ContentsOf(status) is not { } contents)
            return $"{operation} has no such status";
        var type = response.Content.Headers.ContentType?.MediaType;
        if (method == "HEAD" || contents.Count == 0)
            return method == "HEAD" || response.Content.Headers.ContentLength is null or 0 ? null : $"{operation} answers {status} without a body";
        if (!contents.TryGetValue(type ?? "", out var schema) && !contents.TryGetValue("*/*", out schema))
            return $"{operation} has no content type {type}";
        if (type is not ("application/json" or "application/problem+json") || contents.ContainsKey("*/*"))
            return null;
        await response.Content.LoadIntoBufferAsync(ct);
        var body = JsonElement.Parse(await response.Content.ReadAsByteArrayAsync(ct));
        var faults = Schema.Faults(document, schema, body).ToList();
        return faults.Count == 0 ? null : $"{operation}: {string.Join("; ", faults)}";
    }
}
