namespace BlazorChat.Tests.Fire;

public sealed class LoadedLibrariesTests
{
    // A library takes memory for as long as the chat runs: itself, and what the runtime keeps of its types.
    [Fact]
    public async Task A_chat_without_a_mail_server_does_not_load_the_libraries_for_mail()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();

        var loaded = File.ReadLines($"/proc/{server.Id}/maps").Select(line => Path.GetFileName(line.Split(' ')[^1])).Distinct().ToList();

        Assert.Contains("BlazorChat.Web.dll", loaded);
        Assert.Empty(loaded.Intersect(["MailKit.dll", "MimeKit.dll"]));
    }
}
