using System.Diagnostics;
using BlazorChat.Core.Live;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Fire;

/// <summary>Waits most of its time, and minds nobody: so it runs beside the others.</summary>
public sealed class VanishedReaderTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly TimeSpan NoticedWithin = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Someone_whose_cable_is_pulled_is_offline_within_a_minute_and_comes_back_without_loss()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Dropping what arrives at a socket takes Linux.");
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync("public", grace);
        await using var watching = await ada.OpenStreamAsync();
        using var reader = await RawReader.OpenAsync(app.Address, grace, room);
        Assert.Equal("online", await StatusAsync(ada, grace, room));

        reader.Vanish();
        var said = await ada.SayAsync(room, "Are you there?");
        var since = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(500));
        while (await StatusAsync(ada, grace, room) != "offline")
        {
            Assert.True(since.Elapsed < NoticedWithin, "Still counted as here.");
            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal("offline", (await watching.UntilAsync(e =>
            e.Name == "presence" && e["user_id"].GetString() == grace.UserId && e["status"].GetString() == "offline"))[^1]["status"].GetString());
        Assert.Equal(1, app.Services.GetRequiredService<Broadcaster>().StreamCount);
        await using var back = await grace.OpenStreamAsync(room, cursor: reader.Cursor);
        Assert.Equal(said.Id, (await back.NextMessageAsync()).Id);
    }

    private static async Task<string?> StatusAsync(ChatClient asker, ChatClient person, string room) =>
        (await asker.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray()
            .Single(member => member.GetProperty("user_id").GetString() == person.UserId).GetProperty("status").GetString();
}
