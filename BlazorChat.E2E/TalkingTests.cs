using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class TalkingTests(Chat chat)
{
    [Fact]
    public async Task Two_people_talk()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Talk");
        await grace.OpenAsync(room);

        await ada.Room.SayAsync("Is this thing on?");
        await Expect(grace.Room.Message("Is this thing on?")).ToBeVisibleAsync();
        await grace.Room.SayAsync("It is.");
        await Expect(ada.Room.Message("It is.")).ToBeVisibleAsync();

        Assert.Equal(await ada.Room.TextsAsync(), await grace.Room.TextsAsync());
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_message_appears_once_and_stays_after_a_reload()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Reload");
        await ada.Room.SayAsync("first");
        await ada.Room.SayAsync("second");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);

        await ada.Page.ReloadAsync();
        await ada.Room.IsReadyAsync();

        Assert.Equal(["first", "second"], await ada.Room.TextsAsync());
        await ada.Room.SayAsync("third");
        await Expect(ada.Room.Messages).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Enter_sends_and_shift_enter_breaks_the_line()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Lines");

        await ada.Room.Composer.PressSequentiallyAsync("one");
        await ada.Room.Composer.PressAsync("Shift+Enter");
        await ada.Room.Composer.PressSequentiallyAsync("two");
        await ada.Room.Composer.PressAsync("Enter");

        Assert.Equal("one\ntwo", await ada.Room.Messages.Locator(".text").InnerTextAsync());
    }

    [Fact]
    public async Task Markup_is_shown_as_it_was_written_and_runs_nothing()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Markup");
        await grace.OpenAsync(room);
        const string text = "<script>window.owned = 1</script><img src=x onerror=\"window.owned = 1\">";

        await ada.Room.SayAsync(text);

        await Expect(grace.Room.Messages.Locator(".text")).ToHaveTextAsync(text);
        await grace.Page.ReloadAsync();
        await Expect(grace.Room.Messages.Locator(".text")).ToHaveTextAsync(text);
        Assert.False(await grace.Page.EvaluateAsync<bool>("'owned' in window"));
        Assert.False(await ada.Page.EvaluateAsync<bool>("'owned' in window"));
    }

    [Fact]
    public async Task An_edit_reaches_the_others()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Edit");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("teh end");
        await Expect(grace.Room.Message("teh end")).ToBeVisibleAsync();

        await ada.Room.Composer.PressAsync("ArrowUp");
        var editor = ada.Room.Timeline.GetByRole(AriaRole.Textbox);
        await editor.FillAsync("the end");
        await editor.PressAsync("Enter");

        await Expect(grace.Room.Message("the end").Locator(".edited")).ToBeVisibleAsync();
        await Expect(grace.Room.Message("teh end")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_deletion_reaches_the_others()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Delete");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("a secret");
        await Expect(grace.Room.Message("a secret")).ToBeVisibleAsync();

        await ada.Room.ActAsync("a secret", "delete");
        await ada.Page.GetByRole(AriaRole.Alertdialog).GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Expect(grace.Room.Message("This message was deleted")).ToBeVisibleAsync();
        await Expect(grace.Room.Message("a secret")).ToHaveCountAsync(0);
        await Expect(ada.Room.Message("a secret")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reply_quotes_what_it_answers()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Reply");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("who is in?");
        await Expect(grace.Room.Message("who is in?")).ToBeVisibleAsync();

        await grace.Room.ActAsync("who is in?", "reply");
        await grace.Room.SayAsync("I am");

        await Expect(ada.Room.Message("I am").Locator(".quote")).ToContainTextAsync("who is in?");
    }
}
