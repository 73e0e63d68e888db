using BlazorChat.Core.Live;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Fire;

/// <summary>Waits for the system to give up, and minds nobody: so it runs beside the others.</summary>
public sealed class VanishedReaderTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Someone_whose_cable_is_pulled_is_offline_after_a_while_and_comes_back_without_loss()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Dropping what arrives at a socket takes Linux.");
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync("public", grace);
        await using var watching = await ada.OpenStreamAsync();
        using var reader = await RawReader.OpenAsync(app.Address, grace, room);
        Assert.Equal("online", await StatusAsync(ada, grace, room));

        reader.Vanish();
        var said = await ada.SayAsync(room, "Are you there?");
        await watching.UntilAsync(e =>
            e.Name == "presence" && e["user_id"].GetString() == grace.UserId && e["status"].GetString() == "offline");

        Assert.Equal("offline", await StatusAsync(ada, grace, room));
        Assert.Equal(1, app.Services.GetRequiredService<Broadcaster>().StreamCount);
        await using var back = await grace.OpenStreamAsync(room, cursor: reader.Cursor);
        Assert.Equal(said.Id, (await back.NextMessageAsync()).Id);
    }

    private static async Task<string?> StatusAsync(ChatClient asker, ChatClient person, string room) =>
        (await asker.GetAsync($"/chat/room/{room}/members"))["members"].EnumerateArray()
            .Single(member => member.GetProperty("user_id").GetString() == person.UserId).GetProperty("status").GetString();
}
