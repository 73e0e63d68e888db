using System.Diagnostics;

namespace BlazorChat.Tests.Safety;

public sealed class HastyApp() : ChatApp([("Chat:RateLimits:MessagesPerSecond", "1"), ("Chat:RateLimits:Burst", "5")]);

/// <summary>Whatever everyone sees, or costs us room, is made by nobody in masses.</summary>
public sealed class HasteTests(HastyApp app) : IClassFixture<HastyApp>
{
    [Theory]
    [InlineData("POST", "/chat/rooms", """{"name":"Room {n}","kind":"private"}""")]
    [InlineData("POST", "/chat/room/{room}/invites", "{}")]
    [InlineData("POST", "/chat/reactions", """{"message_id":"{message}","reaction":"👍"}""")]
    [InlineData("DELETE", "/chat/reactions", """{"message_id":"{message}","reaction":"👍"}""")]
    [InlineData("PATCH", "/chat/messages/{message}", """{"message":"{n}"}""")]
    [InlineData("POST", "/chat/messages/{message}/report", """{"reason":"{n}"}""")]
    [InlineData("PATCH", "/chat/room/{room}", """{"topic":"{n}"}""")]
    [InlineData("PUT", "/chat/room/{room}/members/{user}", """{"role":"member"}""")]
    [InlineData("POST", "/chat/direct", """{"user_id":"{user}"}""")]
    [InlineData("PUT", "/chat/blocks/{user}", "{}")]
    [InlineData("POST", "/auth/tokens", """{"name":"Robot {n}","scope":"read"}""")]
    [InlineData("PATCH", "/auth/me", """{"status_text":"{n}"}""")]
    [InlineData("POST", "/chat/typing", """{"room_id":"{room}","is_typing":true}""")]
    [InlineData("POST", "/chat/messages/render", """{"room_id":"{room}","message":"{n}"}""")]
    public async Task Of_a_mass_most_have_to_wait(string method, string path, string body)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync();
        var message = await ada.SayAsync(room, "Hello");

        var since = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(n =>
            ada.SendAsync(new HttpMethod(method), Fill(path, n), new StringContent(Fill(body, n), System.Text.Encoding.UTF8, "application/json"))));

        // One more may pass with every second that it took.
        Assert.InRange(answers.Count(answer => answer.Status == 429), 25 - (int)since.Elapsed.TotalSeconds, 40);
        Assert.All(answers.Where(answer => answer.Status == 429), refused => Assert.True(int.Parse(refused.Header("Retry-After")!) >= 1));

        string Fill(string text, int n) => text.Replace("{room}", room, StringComparison.Ordinal)
            .Replace("{message}", message.Id, StringComparison.Ordinal).Replace("{user}", grace.UserId, StringComparison.Ordinal)
            .Replace("{n}", $"{n}", StringComparison.Ordinal);
    }
}
