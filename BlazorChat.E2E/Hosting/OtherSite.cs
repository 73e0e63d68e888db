using System.Net;
using BlazorChat.Load.Client;

namespace BlazorChat.E2E.Hosting;

/// <summary>Another site on this machine: the same host, another port, and so, for SameSite, the same site as the chat.</summary>
public sealed class OtherSite : IDisposable
{
    private readonly HttpListener listener = new();

    public OtherSite()
    {
        Address = $"http://127.0.0.1:{FreePort.Find()}/";
        listener.Prefixes.Add(Address);
        listener.Start();
        _ = ServeAsync();
    }

    public string Address { get; }

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var answer = (await listener.GetContextAsync()).Response;
                answer.ContentType = "text/html";
                answer.Close("<!doctype html><title>Elsewhere</title>"u8.ToArray(), willBlock: false);
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
