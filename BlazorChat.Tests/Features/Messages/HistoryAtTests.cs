using BlazorChat.Tests.Features.Threads;

namespace BlazorChat.Tests.Features.Messages;

public sealed class HistoryAtTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task At_a_time_lies_the_first_message_since_and_after_the_last_one_that()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        List<MessageJson> said = [];
        for (var n = 1; n <= 9; n++)
        {
            said.Add(await ada.SayAsync(room, $"{n}"));
            await ada.ReplyAsync(said[0], $"Reply {n}");
            if (n % 3 == 0)
                app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["4"], (await ada.HistoryAsync(room, $"limit=1&at={said[3].Timestamp}")).Texts);
        Assert.Equal(["4"], (await ada.HistoryAsync(room, $"limit=1&at={said[2].Timestamp + 1}")).Texts);
        Assert.Equal(["3", "4", "5", "6"], (await ada.HistoryAsync(room, $"limit=4&at={said[3].Timestamp}")).Texts);
        Assert.Equal(["1"], (await ada.HistoryAsync(room, "limit=1&at=0")).Texts);
        Assert.Equal(["9"], (await ada.HistoryAsync(room, $"limit=1&at={long.MaxValue}")).Texts);
        Assert.Equal(["Reply 4"], (await ada.ThreadAsync(said[0], $"limit=1&at={said[3].Timestamp}")).Texts);
        Assert.Equal(["Reply 9"], (await ada.ThreadAsync(said[0], $"limit=1&at={long.MaxValue}")).Texts);
        Assert.Empty((await ada.HistoryAsync(await ada.CreateRoomAsync(), "at=0")).Texts);
    }
}
