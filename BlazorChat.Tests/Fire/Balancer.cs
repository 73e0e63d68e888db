namespace BlazorChat.Tests.Fire;

/// <summary>Sends each request to the first node that says it is ready, like a proxy that asks.</summary>
internal sealed class Balancer(params Uri[] nodes) : HttpMessageHandler
{
    private readonly HttpMessageInvoker nodesHttp = new(new SocketsHttpHandler { UseCookies = false });

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        while (true)
            foreach (var node in nodes)
                if (await IsReadyAsync(node, cancellationToken))
                {
                    request.RequestUri = new Uri(node, request.RequestUri!.PathAndQuery);
                    return await nodesHttp.SendAsync(request, cancellationToken);
                }
    }

    protected override void Dispose(bool disposing)
    {
        nodesHttp.Dispose();
        base.Dispose(disposing);
    }

    private async Task<bool> IsReadyAsync(Uri node, CancellationToken ct)
    {
        try
        {
            using var ask = new HttpRequestMessage(HttpMethod.Get, new Uri(node, "/health/ready"));
            using var answer = await nodesHttp.SendAsync(ask, ct);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false; // it is away
        }
    }
}
