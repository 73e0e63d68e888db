using System.Diagnostics;
using System.Text;
using BlazorChat.Load.Client;

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
        var port = FreePort.Find();
        var nginx = await StartAsync($$"""
            server {
                listen 127.0.0.1:{{port}};
                {{settings}}
                location / { proxy_pass http://{{chat.Authority}}; }
            }
            """);
        return (nginx, new Uri($"http://127.0.0.1:{port}"));
    }

    /// <summary>Nodes behind it, as deploy/nginx/cluster.conf sets it: a browser stays on its node.</summary>
    /// <param name="settings">What stands beside the address to listen at.</param>
    /// <param name="nodes">Where they are. A node may be away.</param>
    public static async Task<(Nginx Nginx, Uri Address)> StartInFrontOfAsync(string settings, params Uri[] nodes)
    {
        var port = FreePort.Find();
        var servers = File.ReadAllText(Path.Combine(Repository.Root, "deploy/nginx/cluster.conf"))
            .Replace("listen 80;", $"listen 127.0.0.1:{port}; {settings}", StringComparison.Ordinal)
            .Replace("server chat-1:8080 resolve", string.Join(" max_fails=1 fail_timeout=5s;\n", nodes.Select(node => $"server {node.Authority}")), StringComparison.Ordinal)
            .Replace("server chat-2:8080 resolve max_fails=1 fail_timeout=5s;", "", StringComparison.Ordinal);
        return (await StartAsync(servers), new Uri($"http://127.0.0.1:{port}"));
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
