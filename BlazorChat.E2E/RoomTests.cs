using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class RoomTests(Chat chat)
{
    [Fact]
    public async Task A_room_is_made_from_the_list_and_opened()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.OpenAsync("general");
        await ada.Room.IsInteractiveAsync();
        var name = "Made " + Guid.NewGuid().ToString("N")[..6];

        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New room" }).ClickAsync();
        await ada.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Create room" }).ClickAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = name, Level = 1 })).ToBeVisibleAsync();
        await Expect(ada.Room.Composer).ToHaveAttributeAsync("placeholder", "Message #" + name);
        await ada.Room.IsReadyAsync();
        await ada.Room.SayAsync("the first words");
        await Expect(ada.Room.Messages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_list_holds_hundreds_of_rooms()
    {
        const int Many = 180;
        await using var ada = await chat.SignUpAsync("ada");
        for (var n = 0; n < Many; n++)
            await ada.Api("POST", "/chat/rooms", new { name = $"One of very many rooms, number {n}", kind = "private" });
        await ada.OpenAsync("general");
        await ada.Room.IsInteractiveAsync();

        // This loads the whole list again.
        await ada.Api("POST", "/chat/rooms", new { name = "The newest", kind = "private" });

        await Expect(ada.Room.Section("Rooms").GetByRole(AriaRole.Link, new() { NameRegex = new("^The newest") })).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Find a room" }).FillAsync($"number {Many - 1}");
        await Expect(ada.Room.Section("Rooms").GetByRole(AriaRole.Link)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Another_rooms_messages_are_counted_and_counted_off_on_opening_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var elsewhere = await ada.MakeRoomAsync("Elsewhere");
        await ada.OpenAsync("general");
        await ada.Room.IsInteractiveAsync();

        await grace.PostAsync(elsewhere, "one");
        await grace.PostAsync(elsewhere, "two");

        await Expect(ada.Room.Link(elsewhere)).ToContainTextAsync("2");
        await Expect(ada.Page).ToHaveTitleAsync(new System.Text.RegularExpressions.Regex(@"^\(\d+\) "));
        await ada.Room.Link(elsewhere).ClickAsync();
        await Expect(ada.Room.Message("two")).ToBeVisibleAsync();
        await Expect(ada.Room.Link(elsewhere)).ToHaveAttributeAsync("data-unread", "0");
    }

    [Fact]
    public async Task Moving_between_rooms_keeps_each_conversation_and_its_draft()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var first = await ada.CreateRoomAsync("First");
        await ada.Room.SayAsync("in the first");
        var second = await ada.CreateRoomAsync("Second");
        await ada.Room.SayAsync("in the second");
        await ada.Room.Composer.FillAsync("half a thought");

        await ada.Room.Link(first).ClickAsync();
        await Expect(ada.Room.Message("in the first")).ToBeVisibleAsync();
        await Expect(ada.Room.Message("in the second")).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
        await ada.Page.GoBackAsync();

        await Expect(ada.Room.Message("in the second")).ToBeVisibleAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("half a thought");
        await ada.Room.SayAsync("a whole one");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        Assert.Equal(["in the second", "a whole one"], await ada.Room.TextsAsync());
        Assert.EndsWith(second, ada.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_a_phone_rooms_are_in_a_drawer_that_the_back_gesture_closes()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        await ada.OpenAsync("general");
        var drawer = ada.Page.Locator("#rooms");
        await Expect(drawer).ToBeHiddenAsync();

        await ada.Page.Locator("[data-open=rooms]").ClickAsync();
        await Expect(drawer).ToBeInViewportAsync();
        await ada.Page.GoBackAsync();
        await Expect(drawer).ToBeHiddenAsync();
        await Expect(ada.Room.Composer).ToBeInViewportAsync();
    }

    [Fact]
    public async Task A_room_that_does_not_exist_says_so()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true; // the console reports the 404 itself

        var answer = await ada.Page.GotoAsync("/room/no-such-room");

        Assert.Equal(404, answer!.Status);
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Not found" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_room_is_asked_for_while_the_pointer_rests_on_it_and_shows_what_came_since()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var other = await ada.CreateRoomAsync("Ahead");
        await ada.PostAsync(other, "before");
        await ada.CreateRoomAsync("From here");
        await ada.Room.IsReadyAsync("open"); // what is only polled for asks for no page ahead
        var atTheClick = new List<string>();
        ada.Page.Request += (_, request) =>
        {
            if (!request.Headers.ContainsKey("chat-ahead"))
                atTheClick.Add(request.Url);
        };
        var link = ada.Room.Link(other);
        // A page that was asked for is used for a few seconds, which a busy machine may take for the steps below.
        await ada.Page.EvaluateAsync("() => { const now = Date.now(); Date.now = () => now; }");

        var ahead = await ada.Page.RunAndWaitForResponseAsync(() => link.HoverAsync(), answer => answer.Url.EndsWith("/room/" + other, StringComparison.Ordinal));
        Assert.DoesNotContain("set-cookie", (await ahead.AllHeadersAsync()).Keys);
        await ada.PostAsync(other, "meanwhile");
        await Expect(link.Locator(".badge")).ToBeHiddenAsync();
        await link.ClickAsync();

        await Expect(ada.Room.Messages.Locator(".text")).ToHaveTextAsync(["before", "meanwhile"]);
        Assert.DoesNotContain(atTheClick, url => url.EndsWith("/room/" + other, StringComparison.Ordinal));
        var cookies = await ada.Page.Context.CookiesAsync();
        Assert.Equal(other, cookies.Single(cookie => cookie.Name == "room").Value);
    }
}
