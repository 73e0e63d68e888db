using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

[Collection(Alone.Name)]
public sealed class ConnectionTests(Chat chat)
{
    [Fact]
    public async Task A_message_sent_while_the_server_is_down_fails_visibly_and_a_retry_succeeds()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        await ada.CreateRoomAsync("Down");
        await ada.Room.SayAsync("before");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);

        await chat.Server.KillAsync();
        try
        {
            await ada.Room.SayAsync("meanwhile");
            await Expect(ada.Room.Message("meanwhile").Locator(".failure")).ToBeVisibleAsync();
            await Expect(ada.Room.Connection).ToBeVisibleAsync();
        }
        finally
        {
            await chat.Server.StartAsync();
        }
        // Where the page has been quicker and sent it by itself, there is nothing to press any more.
        await ada.Room.Timeline.GetByRole(AriaRole.Button, new() { Name = "Retry" }).EvaluateAllAsync<object?>("buttons => buttons.forEach(button => button.click())");

        await Expect(ada.Room.Timeline.Locator(".failed, .pending")).ToHaveCountAsync(0);
        await ada.Page.ReloadAsync();
        Assert.Equal(["before", "meanwhile"], await ada.Room.TextsAsync());
    }

    [Fact]
    public async Task Two_people_go_on_talking_after_the_server_was_killed_and_started_again()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = grace.LosesConnection = true;
        var room = await ada.CreateRoomAsync("Restart");
        await grace.OpenAsync(room);

        await chat.Server.KillAsync();
        await chat.Server.StartAsync();

        await ada.Room.SayAsync("still there?");
        await Expect(grace.Room.Message("still there?")).ToBeVisibleAsync();
        await grace.Room.SayAsync("yes");
        await Expect(ada.Room.Message("yes")).ToBeVisibleAsync();
        await Expect(ada.Room.Connection).ToBeHiddenAsync();
        Assert.Equal(await ada.Room.TextsAsync(), await grace.Room.TextsAsync());
    }

    [Fact]
    public async Task Menus_and_dialogs_work_again_on_the_same_page_after_the_server_was_killed_and_started_again()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        await ada.CreateRoomAsync("Second circuit");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.Composer.FillAsync("A draft");
        await ada.Page.EvaluateAsync("() => globalThis.sameDocument = true");

        await chat.Server.KillAsync();
        await chat.Server.StartAsync();

        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        await ada.Room.CloseDialogAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("A draft");
        Assert.True(await ada.Page.EvaluateAsync<bool>("() => globalThis.sameDocument"));
    }

    [Fact]
    public async Task A_dialog_that_was_open_when_the_server_was_killed_closes_and_opens_again()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        await ada.CreateRoomAsync("Left open");
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        var begins = ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" });
        await begins.ClickAsync();
        await Expect(dialog).ToBeVisibleAsync();

        await chat.Server.KillAsync();
        try
        {
            // Nobody hears its buttons any more. It can be left nevertheless.
            await Expect(ada.Room.Connection).ToBeVisibleAsync();
            await ada.Page.Keyboard.PressAsync("Escape");
            await Expect(dialog).ToBeHiddenAsync();
        }
        finally
        {
            await chat.Server.StartAsync();
        }

        await Expect(ada.Page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await begins.ClickAsync();
        await ada.Room.CloseDialogAsync();
    }

    [Fact]
    public async Task What_is_clicked_before_the_circuit_is_there_opens_when_it_is()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Early");
        var clicked = new TaskCompletionSource();
        await ada.Page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await clicked.Task;
            await route.ContinueAsync();
        });
        await ada.Page.GotoAsync("/room/" + room);
        await ada.Room.IsReadyAsync();

        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        clicked.SetResult();

        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Two_people_who_never_stop_talking_while_the_server_is_killed_end_with_the_same_conversation()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = grace.LosesConnection = true;
        var room = await ada.CreateRoomAsync("Fire");
        await grace.OpenAsync(room);
        using var enough = new CancellationTokenSource();
        var talking = Task.WhenAll(TalkAsync(ada, "ada", enough.Token), TalkAsync(grace, "grace", enough.Token));
        await Expect(ada.Room.Message("grace 005")).ToBeVisibleAsync();

        await chat.Server.KillAsync();
        try
        {
            await Expect(ada.Room.Timeline.Locator(".failure").First).ToBeVisibleAsync();
            await Expect(grace.Room.Timeline.Locator(".failure").First).ToBeVisibleAsync();
        }
        finally
        {
            await chat.Server.StartAsync();
        }
        await Expect(ada.Room.Connection).ToBeHiddenAsync();
        await Expect(grace.Room.Connection).ToBeHiddenAsync();
        await enough.CancelAsync();
        var said = await talking;

        foreach (var person in new[] { ada, grace })
        {
            await Expect(person.Room.Timeline.Locator(".failed, .pending")).ToHaveCountAsync(0);
            await Expect(person.Room.Messages).ToHaveCountAsync(said.Sum());
        }
        var texts = await ada.Room.TextsAsync();
        Assert.Equal(texts, await grace.Room.TextsAsync());
        Assert.Equal(Numbered("ada", said[0]), texts.Where(text => text.StartsWith("ada", StringComparison.Ordinal)));
        Assert.Equal(Numbered("grace", said[1]), texts.Where(text => text.StartsWith("grace", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_was_said_while_offline_comes_when_the_network_is_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = true;
        var room = await grace.MakeRoomAsync("Offline");
        await ada.OpenAsync(room);

        await ada.Context.SetOfflineAsync(true);
        await Expect(ada.Room.Connection).ToBeVisibleAsync();
        await grace.PostAsync(room, "one");
        await grace.PostAsync(room, "two");
        await ada.Context.SetOfflineAsync(false);

        await Expect(ada.Room.Message("two")).ToBeVisibleAsync();
        Assert.Equal(["one", "two"], await ada.Room.TextsAsync());
        await Expect(ada.Room.Connection).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_room_that_is_chosen_while_offline_opens_when_the_network_is_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        var other = await ada.MakeRoomAsync("Elsewhere");
        var room = await ada.CreateRoomAsync("Here");
        await ada.Context.SetOfflineAsync(true);
        await Expect(ada.Room.Connection).ToBeVisibleAsync();

        await ada.Room.Link(other).ClickAsync();

        await Expect(ada.Room.Connection).ToContainTextAsync("opens as soon as the chat can be reached");
        Assert.EndsWith("/room/" + room, ada.Page.Url, StringComparison.Ordinal);
        await ada.Context.SetOfflineAsync(false);
        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", other);
        await Expect(ada.Room.Connection).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_room_that_is_chosen_as_the_server_dies_opens_when_it_is_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        var other = await ada.MakeRoomAsync("Beyond");
        await ada.CreateRoomAsync("Before");

        await chat.Server.KillAsync();
        try
        {
            await ada.Room.Link(other).ClickAsync();
            await Expect(ada.Room.Connection).ToContainTextAsync("opens as soon as the chat can be reached");
        }
        finally
        {
            await chat.Server.StartAsync();
        }

        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", other);
        await Expect(ada.Room.Connection).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Seven_tabs_of_one_browser_all_stay_live()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Tabs");
        List<RoomPageOfTab> tabs = [];
        for (var n = 2; n <= 7; n++)
        {
            var tab = await ada.NewTabAsync();
            await tab.GotoAsync("/room/" + room);
            tabs.Add(new RoomPageOfTab(n, new Pages.RoomPage(tab)));
            await tabs[^1].Room.IsReadyAsync();
        }

        await grace.PostAsync(room, "to all seven");

        await Expect(ada.Room.Message("to all seven")).ToBeVisibleAsync();
        foreach (var tab in tabs)
            await Expect(tab.Room.Message("to all seven")).ToBeVisibleAsync();
        // The tab that holds the stream goes; another takes over.
        await ada.Page.CloseAsync();
        await grace.PostAsync(room, "to the other six");
        foreach (var tab in tabs)
            await Expect(tab.Room.Message("to the other six")).ToBeVisibleAsync();
    }

    /// <returns>How much was said.</returns>
    private static async Task<int> TalkAsync(Person person, string name, CancellationToken enough)
    {
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        var said = 0;
        while (!enough.IsCancellationRequested)
        {
            await person.Room.SayAsync(Numbered(name, ++said)[^1]);
            await pace.WaitForNextTickAsync(CancellationToken.None);
        }
        return said;
    }

    private static string[] Numbered(string name, int count) =>
        [.. Enumerable.Range(1, count).Select(n => $"{name} {n:000}")];

    private sealed record RoomPageOfTab(int Number, Pages.RoomPage Room);
}
