using System.Diagnostics;
using System.Reflection;

namespace BlazorChat.E2E.Hosting;

/// <summary>
/// A page of the chat's own origin made from a snippet, which is not changed: something is only written in front of it and behind.
/// What it imports comes from the packages of the TypeScript client.
/// </summary>
internal static class SeedPage
{
    private static readonly string root = typeof(SeedPage).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "Repository").Value!;
    private static readonly string packages = Path.Combine(root, "clients/typescript/node_modules");

    public static string Snippet(string name) => File.ReadAllText(Path.Combine(root, "BlazorChat.E2E/seed", name));

    /// <summary>Opens it in a person's browser.</summary>
    /// <param name="person">Signed in.</param>
    /// <param name="room">The room that it is about.</param>
    /// <param name="files">Modules by their names; the page runs <c>page.js</c>.</param>
    public static async Task OpenSeedAsync(this Person person, string room, params (string Name, string Text)[] files)
    {
        var script = await BundleAsync([.. files, ("where.js", $"export const roomId = '{room}', userId = '{person.Name}';")]);
        await person.Page.RouteAsync("**/seed.html", route => route.FulfillAsync(
            new() { ContentType = "text/html", Body = "<!DOCTYPE html><title>Seed</title><body><div id=\"app\"></div><script type=\"module\" src=\"seed.js\"></script>" }));
        await person.Page.RouteAsync("**/seed.js", route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = script }));
        await person.Page.GotoAsync("seed.html");
    }

    private static async Task<string> BundleAsync((string Name, string Text)[] files)
    {
        var folder = Directory.CreateTempSubdirectory("seed-");
        try
        {
            foreach (var (name, text) in files)
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, name), text);
            var start = new ProcessStartInfo(Path.Combine(packages, ".bin/esbuild"), [
                "page.js", "--bundle", "--format=esm", "--outfile=seed.js", "--log-level=warning", "--define:process.env.NODE_ENV=\"production\"",
                "--define:__VUE_OPTIONS_API__=true", "--define:__VUE_PROD_DEVTOOLS__=false", "--define:__VUE_PROD_HYDRATION_MISMATCH_DETAILS__=false"])
            {
                WorkingDirectory = folder.FullName,
                RedirectStandardError = true,
            };
            start.Environment["NODE_PATH"] = packages;
            using var esbuild = Process.Start(start)!;
            var said = await esbuild.StandardError.ReadToEndAsync();
            await esbuild.WaitForExitAsync();
            Assert.True(esbuild.ExitCode == 0, said);
            return await File.ReadAllTextAsync(Path.Combine(folder.FullName, "seed.js"));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
