using System.Net;
using BlazorChat.Load.Client;

namespace BlazorChat.E2E.Hosting;

/// <summary>Another site on this machine: the same host, another port, and so, for SameSite, the same site as the chat.</summary>
public sealed class OtherSite : IDisposable
{
    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript",
        [".css"] = "text/css",
    };

    private readonly HttpListener listener = new();
    private readonly string? folder;

    /// <param name="folder">What it serves; null: an empty page at every address.</param>
    public OtherSite(string? folder = null)
    {
        this.folder = folder;
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
                var context = await listener.GetContextAsync();
                var path = context.Request.Url!.AbsolutePath;
                Answer(context.Response, folder is null ? null : Path.Combine(folder, path == "/" ? "index.html" : path[1..]));
            }
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static void Answer(HttpListenerResponse answer, string? file)
    {
        answer.ContentType = Types[Path.GetExtension(file) ?? ".html"];
        answer.Close(file is null ? "<!doctype html><title>Elsewhere</title>"u8.ToArray() : File.ReadAllBytes(file), willBlock: false);
    }
}
