using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class ThreadTests(Chat chat)
{
    [Fact]
    public async Task Two_people_talk_in_a_thread_while_one_of_them_loses_the_line()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true;
        var room = await ada.CreateRoomAsync("Threads");
        await grace.OpenAsync(room);
        var (hers, mine) = (new ThreadPanel(grace.Page), new ThreadPanel(ada.Page));
        await ada.Room.SayAsync("Shall we ship on Thursday?");
        await Expect(grace.Room.Message("Shall we ship")).ToBeVisibleAsync();

        await hers.BeginAsync("Shall we ship");
        await Expect(hers.Composer).ToBeFocusedAsync();
        await hers.ReplyAsync("Thursday suits me");
        await Expect(hers.Replies).ToHaveTextAsync([new System.Text.RegularExpressions.Regex("Thursday suits me")]);
        await Expect(mine.LineOf("Shall we ship")).ToContainTextAsync("1 reply");
        await Expect(mine.Link).ToContainTextAsync("1 unread");
        await Expect(ada.Room.Messages).ToHaveCountAsync(1);

        await mine.LineOf("Shall we ship").ClickAsync();
        await Expect(mine.Link.Locator(".badge")).ToBeHiddenAsync();
        await grace.Context.SetOfflineAsync(true);
        await mine.ReplyAsync("Then Thursday it is");
        await mine.ReplyAsync("I tell everyone", alsoInRoom: true);
        await hers.ReplyAsync("Still there?");
        await grace.Context.SetOfflineAsync(false);

        foreach (var panel in new[] { hers, mine })
        {
            await Expect(panel.Replies).ToHaveCountAsync(4);
            await Expect(panel.Panel.Locator(".pending, .failed")).ToHaveCountAsync(0);
        }
        Assert.Equal(await TextsAsync(mine), await TextsAsync(hers));
        foreach (var person in new[] { ada, grace })
            await Expect(person.Room.Messages).ToHaveCountAsync(2);
        await Expect(hers.LineOf("Shall we ship")).ToContainTextAsync("4 replies");
        await grace.Page.ReloadAsync();
        await Expect(hers.Replies).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task On_a_phone_a_thread_is_a_pane_that_back_closes_and_the_list_of_threads_leads_to_it()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Phone");
        await grace.OpenAsync(room);
        var (mine, hers) = (new ThreadPanel(ada.Page), new ThreadPanel(grace.Page));
        await ada.Room.SayAsync("On the way");
        await Expect(grace.Room.Message("On the way")).ToBeVisibleAsync();
        await hers.BeginAsync("On the way");
        await hers.ReplyAsync("See you");

        await mine.LineOf("On the way").TapAsync();
        await Expect(mine.Replies).ToHaveCountAsync(1);
        await Expect(ada.Room.Timeline).ToBeHiddenAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.GoBackAsync();
        await Expect(ada.Room.Timeline).ToBeVisibleAsync();
        await Expect(mine.Panel).ToHaveCountAsync(0);

        await hers.ReplyAsync("At the station");
        await ada.Room.ShowAsync("rooms");
        await Expect(mine.Link).ToContainTextAsync("1 unread");
        await mine.Link.TapAsync();
        var listed = ada.Page.Locator(".thread-open");
        await Expect(listed).ToContainTextAsync("At the station");
        await ada.HasNoSeriousViolationAsync();
        await listed.TapAsync();
        await Expect(mine.Replies).ToHaveCountAsync(2);
        await mine.ReplyAsync("There in five minutes");
        await Expect(hers.Replies).ToHaveCountAsync(3);
    }

    [Fact]
    public async Task Drafts_typing_following_and_files_of_a_thread_are_its_own()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Own");
        await grace.OpenAsync(room);
        var (mine, hers) = (new ThreadPanel(ada.Page), new ThreadPanel(grace.Page));
        await ada.Room.SayAsync("The root");
        await Expect(grace.Room.Message("The root")).ToBeVisibleAsync();
        await hers.BeginAsync("The root");
        await mine.BeginAsync("The root");

        await hers.Composer.PressSequentiallyAsync("half a sentence");
        await Expect(mine.Typing).ToContainTextAsync("is typing");
        await Expect(ada.Page.Locator(".conversation .typing-slot")).Not.ToContainTextAsync(grace.Name);
        await Expect(grace.Room.Composer).ToHaveValueAsync("");
        await hers.Composer.BlurAsync();
        await grace.Page.ReloadAsync();
        await Expect(hers.Composer).ToHaveValueAsync("half a sentence");

        await mine.Panel.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "notes.txt", MimeType = "text/plain", Buffer = "Notes"u8.ToArray() });
        await mine.ReplyAsync("Read these");
        await Expect(hers.Replies.Locator(".file-card")).ToContainTextAsync("notes.txt");
        await Expect(ada.Room.Messages).ToHaveCountAsync(1);

        var follow = mine.Panel.GetByRole(AriaRole.Button, new() { NameRegex = new("^Follow") });
        await Expect(follow).ToHaveTextAsync("Following");
        await follow.ClickAsync();
        await Expect(follow).ToHaveTextAsync("Follow");
        await mine.CloseAsync();
        await Expect(mine.Panel).ToHaveCountAsync(0);
        await hers.ReplyAsync("Nobody is told");
        await Expect(mine.LineOf("The root")).ToContainTextAsync("2 replies");
        await Expect(mine.Link.Locator(".badge")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_list_that_changed_shows_each_thread_once_when_the_page_is_drawn_again_and_none_that_one_may_not_read()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Lists");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("The root");
        await grace.Page.GotoAsync("room/general?side=threads");
        await new ThreadPanel(ada.Page).BeginAsync("The root");
        await new ThreadPanel(ada.Page).ReplyAsync($"Look, @{grace.Name}");
        var listed = grace.Page.Locator(".thread-open", new() { HasText = "The root" });
        await Expect(listed).ToHaveCountAsync(1);

        await grace.Page.EvaluateAsync("() => { const drawn = new Promise(done => document.addEventListener('page-updated', done, { once: true })); Blazor.navigateTo(location.href, { replaceHistoryEntry: true }); return drawn; }");
        await Expect(listed).ToHaveCountAsync(1);
        await Expect(listed).Not.ToContainTextAsync("UTC");
        await ada.OpenAsync("general");
        await ada.Api("DELETE", $"/chat/room/{room}");
        await Expect(listed).ToHaveCountAsync(0);
    }

    private static async Task<string[]> TextsAsync(ThreadPanel panel) => [.. await panel.Replies.Locator(".text").AllInnerTextsAsync()];
}
