using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class HistoryTests(Chat chat)
{
    private const int Messages = 130;

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

    private static async Task FillAsync(Person person, string room)
    {
        for (var n = 1; n <= Messages; n++)
            await person.PostAsync(room, $"message {n} of many");
    }
}
