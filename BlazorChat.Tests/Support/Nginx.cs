using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BlazorChat.Tests.Support;

/// <summary>nginx as a process of its own, on this machine only.</summary>
public sealed class Nginx : IAsyncDisposable
{
    private static readonly string Program = File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : "nginx";

    private readonly DirectoryInfo folder;
    private readonly Process process;

    private Nginx(DirectoryInfo folder, Process process) => (this.folder, this.process) = (folder, process);

    /// <param name="servers">What stands in the http block.</param>
    public static async Task<Nginx> StartAsync(string servers)
    {
        var folder = Directory.CreateTempSubdirectory("nginx-");
        var configuration = Path.Combine(folder.FullName, "nginx.conf");
        string[] temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
        // One process, of the user whom the tests run as.
        await File.WriteAllTextAsync(configuration, $$"""
            daemon off;
            master_process off;
            pid {{folder.FullName}}/nginx.pid;
            error_log stderr notice;
            events {}
            http {
                access_log off;
                {{string.Join('\n', temporary.Select(of => $"{of}_temp_path {folder.FullName}/{of};"))}}
                {{servers}}
            }
            """);
        var process = Process.Start(new ProcessStartInfo(Program, ["-p", folder.FullName, "-c", configuration, "-e", "stderr"]) { RedirectStandardError = true })!;
        var nginx = new Nginx(folder, process);
        await nginx.ToStartAsync();
        return nginx;
    }

    /// <summary>A server with nginx's defaults in front of the chat, and one or more settings that differ.</summary>
    public static async Task<(Nginx Nginx, Uri Address)> StartInFrontOfAsync(Uri chat, string settings = "")
    {
        var port = FreePort();
        var nginx = await StartAsync($$"""
            server {
                listen 127.0.0.1:{{port}};
                {{settings}}
                location / { proxy_pass http://{{chat.Authority}}; }
            }
            """);
        return (nginx, new Uri($"http://127.0.0.1:{port}"));
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    // It tells about the system it runs on as soon as it listens.
    private async Task ToStartAsync()
    {
        var said = new StringBuilder();
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("RLIMIT_NOFILE", StringComparison.Ordinal))
            {
                _ = process.StandardError.ReadToEndAsync();
                return;
            }
            said.AppendLine(line);
        }
        throw new InvalidOperationException($"nginx did not start: {said}");
    }
}
