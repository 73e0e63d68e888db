using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class HistoryTests(Chat chat)
{
    private const int Messages = 130;
    private const int Burst = 1_200;
    private const int Each = 180;

    /// <summary>How many messages a page shows at most.</summary>
    private const int Most = 300;

    [Fact]
    public async Task Scrolling_up_loads_what_is_older_without_a_jump()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("History");
        await FillAsync(ada, room);
        await ada.OpenAsync(room);
        await Expect(ada.Room.Messages).ToHaveCountAsync(50);

        // Hold one message in sight, and see where it is once older ones have come.
        var held = ada.Room.Message($"message {Messages - 49} ");
        await held.ScrollIntoViewIfNeededAsync();
        var before = (await held.BoundingBoxAsync())!.Y;
        await Expect(ada.Room.Messages).Not.ToHaveCountAsync(50);
        var after = (await held.BoundingBoxAsync())!.Y;

        Assert.InRange(after, before - 2, before + 2);
    }

    [Fact]
    public async Task History_reaches_back_to_the_beginning()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Beginning");
        await FillAsync(ada, room);
        await ada.OpenAsync(room);

        var beginning = ada.Room.Timeline.Locator(".beginning");
        while (await beginning.CountAsync() == 0)
        {
            var known = await ada.Room.Messages.CountAsync();
            await ada.Room.Timeline.EvaluateAsync("t => t.scrollTo({ top: -t.scrollHeight })");
            await ada.Room.Messages.Nth(known).Or(beginning).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        }

        await Expect(ada.Room.Messages).ToHaveCountAsync(Messages);
        Assert.Equal(
            Enumerable.Range(1, Messages).Select(n => $"message {n} of many"), await ada.Room.TextsAsync());
    }

    [Fact]
    public async Task Who_reads_older_messages_is_not_moved_but_told_of_new_ones()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Pill");
        await FillAsync(ada, room);
        await ada.OpenAsync(room);

        var held = ada.Room.Message($"message {Messages - 30} ");
        await held.ScrollIntoViewIfNeededAsync();
        var before = (await held.BoundingBoxAsync())!.Y;
        await grace.PostAsync(room, "news");
        await Expect(ada.Room.Pill).ToContainTextAsync("1 new message");
        var after = (await held.BoundingBoxAsync())!.Y;

        Assert.InRange(after, before - 2, before + 2);
        await ada.Room.Pill.ClickAsync();
        await Expect(ada.Room.Message("news")).ToBeInViewportAsync();
        await Expect(ada.Room.Pill).ToBeHiddenAsync();
    }

    [Fact]
    public async Task However_much_comes_a_page_shows_a_bounded_part_and_what_is_read_stays_where_it_is()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Busy");
        await FillAsync(ada, room);
        await ada.OpenAsync(room);

        var held = ada.Room.Message($"message {Messages - 40} ");
        await held.ScrollIntoViewIfNeededAsync();
        await Expect(ada.Room.Messages).Not.ToHaveCountAsync(50);
        var before = (await held.BoundingBoxAsync())!.Y;
        await CrowdAsync(room, Messages + 1, Messages + Burst);
        await Expect(ada.Room.Pill).ToContainTextAsync($"{Burst} new messages");

        Assert.InRange((await held.BoundingBoxAsync())!.Y, before - 2, before + 2);
        Assert.InRange(await ada.Room.Messages.CountAsync(), 1, Most);

        await ada.Room.ReadDownAsync(Messages + Burst);
        await Expect(ada.Room.Message($"message {Messages + Burst} ")).ToBeInViewportAsync();
        await Expect(ada.Room.Pill).ToBeHiddenAsync();
        Assert.InRange(await ada.Room.Messages.CountAsync(), 1, Most);
        await ada.Room.SayAsync("I have read it all");
        await Expect(ada.Room.Message("I have read it all")).ToBeInViewportAsync();
        await InOrderAsync(ada, Messages + Burst + 1);
    }

    [Fact]
    public async Task Far_back_a_page_shows_a_bounded_part_and_the_newest_is_one_press_away()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Far back");
        await CrowdAsync(room, 1, 700);
        await ada.OpenAsync(room);
        await ada.Room.Pill.ClickAsync();
        await Expect(ada.Room.Message("message 700 ")).ToBeInViewportAsync();

        for (var first = 651; first > 1; first = await ada.Room.FirstAsync())
        {
            var (seen, top) = await ada.Room.ReadUpAsync();
            Assert.InRange(await ada.Room.TopOfAsync(seen), top - 2, top + 2);
            Assert.InRange(await ada.Room.Messages.CountAsync(), 1, Most);
        }

        await Expect(ada.Room.Timeline.Locator(".beginning")).ToBeVisibleAsync();
        await Expect(ada.Room.Message("message 700 ")).ToHaveCountAsync(0);
        await ada.Room.Pill.ClickAsync();
        await Expect(ada.Room.Message("message 700 ")).ToBeInViewportAsync();
        await InOrderAsync(ada, 700);
    }

    private static async Task InOrderAsync(Person person, int last)
    {
        await Expect(person.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0); // what is on its way has no number
        var numbers = await person.Room.NumbersAsync();
        Assert.Equal(Enumerable.Range(last - numbers.Length + 1, numbers.Length), numbers);
    }

    /// <summary>Many people: nobody may say more at once.</summary>
    private async Task CrowdAsync(string room, int from, int to)
    {
        for (; from <= to; from += Each)
        {
            await using var one = await chat.SignUpAsync("crowd");
            await FillAsync(one, room, from, Math.Min(from + Each - 1, to));
        }
    }

    private static async Task FillAsync(Person person, string room, int from = 1, int to = Messages)
    {
        for (var n = from; n <= to; n++)
            await person.PostAsync(room, $"message {n} of many");
    }
}
