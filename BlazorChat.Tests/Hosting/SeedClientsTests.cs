using System.Diagnostics;
using System.Text.RegularExpressions;

namespace BlazorChat.Tests.Hosting;

/// <summary>
/// The clients of <c>real-time-chat.md</c> as they are written there, but for signing in: the loop of a hundred curls, and
/// ab. Both are needed (in Debian: curl, apache2-utils).
/// </summary>
public sealed class SeedClientsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_hundred_curls_hear_a_message()
    {
        var room = await RoomAsync("test");
        var people = await Task.WhenAll(Enumerable.Range(1, 100).Select(i => app.SignUpAsync($"user{i}")));
        var users = string.Join('\n', people.Select(person => $"{person.Username} {person.AccessToken}"));
        const string Loop = """
            while read -r user token; do
                curl --silent --no-buffer -H "Accept: text/event-stream" -H "Authorization: Bearer $token" \
                     "$address/chat/room/$room/events?user_id=$user" &
            done
            wait
            """;
        using var curls = Start("bash", ["-c", Loop], ("address", Origin), ("room", room));
        await curls.StandardInput.WriteLineAsync(users);
        curls.StandardInput.Close();
        try
        {
            await CountAsync(curls, line => line.StartsWith("event: ready", StringComparison.Ordinal), 100);
            await people[0].SayAsync(room, "Is this thing on?");
            await CountAsync(curls, line => line.Contains("Is this thing on?", StringComparison.Ordinal), 100);
        }
        finally
        {
            curls.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task Ab_posts_a_thousand_messages_fifty_at_a_time_and_all_are_kept()
    {
        var room = await RoomAsync("test-ab");
        var ada = await app.SignUpAsync("ada");
        var body = Path.Combine(app.Data, "message.json");
        await File.WriteAllTextAsync(
            body, $$"""{"room_id": "{{room}}", "message": "Load"}""", TestContext.Current.CancellationToken);

        using var ab = Start("ab", [
            "-n", "1000", "-c", "50", "-H", "Content-Type: application/json", "-H", $"Authorization: Bearer {ada.AccessToken}",
            "-p", body, $"{Origin}/chat/messages"]);
        var report = await ab.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Matches(new Regex(@"Complete requests:\s+1000\b"), report);
        Assert.DoesNotContain("Non-2xx", report, StringComparison.Ordinal);
        Assert.Equal(1000, (await ada.HistoryAsync(room, "limit=1")).Messages[0].Number);
    }

    private string Origin => app.Address.GetLeftPart(UriPartial.Authority).Replace("localhost", "127.0.0.1", StringComparison.Ordinal);

    private async Task<string> RoomAsync(string id)
    {
        Assert.Equal(201, (await app.Admin.PostAsync("/chat/rooms", new { name = id, id, kind = "public" })).Status);
        return id;
    }

    private static async Task CountAsync(Process curls, Func<string, bool> counts, int count)
    {
        using var patience = Patience.Begin();
        for (var seen = 0; seen < count;)
            seen += counts(await curls.StandardOutput.ReadLineAsync(patience.Token) ?? throw new EndOfStreamException()) ? 1 : 0;
    }

    private static Process Start(string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        try
        {
            var process = Process.Start(start)!;
            process.BeginErrorReadLine();
            return process;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is missing. Install it (in Debian: apt install curl apache2-utils).", missing);
        }
    }
}
