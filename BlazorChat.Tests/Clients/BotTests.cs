using System.Diagnostics;

namespace BlazorChat.Tests.Clients;

/// <summary>The bot in <c>clients/examples/bot</c>, which uses the TypeScript client as it is built.</summary>
public sealed class BotTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly string client = Path.Combine(Repository.Root, "clients/typescript");

    [Fact]
    public async Task It_answers_when_it_is_addressed_and_only_then()
    {
        var (robot, ada) = (await app.SignUpAsync("robot"), await app.SignUpAsync("ada"));
        var room = await ada.CreatePrivateRoomAsync(robot);
        var token = (await robot.PostAsync("/auth/tokens", new { name = "Bot", scope = "write" }))["token"].GetString()!;
        var folder = await InstallAsync();
        try
        {
            await using var bot = new ExampleProcess("node", [Path.Combine(folder, "bot.js")], ("CHAT", app.Address.ToString().TrimEnd('/')), ("CHAT_TOKEN", token));
            while (await bot.NextLineAsync() != "open")
            {
            }

            await using var stream = await ada.OpenStreamAsync(room);
            await ada.SayAsync(room, "Is anyone here?");
            var asked = await ada.SayAsync(room, $"@{robot.Username} are you there?");
            var answer = (await stream.UntilAsync(e => e.Name == "message" && e["user_id"].GetString() == robot.UserId))[^1].As<MessageJson>();

            Assert.Equal(($"@{ada.Username} You called?", asked.Id), (answer.Text, answer.ReplyTo));
            Assert.Single((await ada.HistoryAsync(room)).Messages, message => message.UserId == robot.UserId);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // As npm installs it, without asking the registry. It is built on the spot: others may build it in its own folder meanwhile.
    private static async Task<string> InstallAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bot-").FullName;
        foreach (var file in new[] { "bot.js", "package.json" })
            File.Copy(Path.Combine(Repository.Root, "clients/examples/bot", file), Path.Combine(folder, file));
        var installed = Directory.CreateDirectory(Path.Combine(folder, "node_modules/@blazorchat/client")).FullName;
        File.Copy(Path.Combine(client, "package.json"), Path.Combine(installed, "package.json"));
        await BuildAsync(Path.Combine(installed, "dist"));
        return folder;
    }

    private static async Task BuildAsync(string into)
    {
        using var build = Process.Start(new ProcessStartInfo("npx", ["tsc", "-p", "tsconfig.build.json", "--outDir", into]) { WorkingDirectory = client })!;
        await build.WaitForExitAsync(TestContext.Current.CancellationToken).InPatienceAsync();
        Assert.True(build.ExitCode == 0, $"Building the client ended with {build.ExitCode}. Are its packages installed (npm ci in {client})?");
    }
}
