using System.Text.RegularExpressions;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A page has a circuit while somebody needs one.</summary>
public sealed class CircuitTests(Chat chat)
{
    [Fact]
    public async Task What_is_around_the_conversation_stays_up_to_date_without_a_circuit()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var other = await ada.CreateRoomAsync("Unread");
        await grace.OpenAsync(other);
        var room = await ada.CreateRoomAsync("Still");
        var sockets = Sockets(ada);

        await grace.OpenAsync(room);
        await grace.Room.SayAsync("I join");
        await Expect(ada.Room.Member(grace.Name)).ToBeVisibleAsync();
        await grace.PostAsync(other, "one");
        await Expect(ada.Room.Link(other).Locator(".badge")).ToContainTextAsync("1 unread");
        await grace.Room.SayAsync("two");
        await Expect(ada.Room.Message("two")).ToBeVisibleAsync();
        await Expect(ada.Room.Link(room).Locator(".badge")).ToBeHiddenAsync();
        await grace.Api("POST", "/chat/presence", new { status = "away" });
        await Expect(ada.Page.Locator("#members").GetByRole(AriaRole.Img, new() { Name = "away" })).ToBeVisibleAsync();
        await ada.Api("PATCH", $"/chat/room/{room}", new { topic = "Nothing moves" });
        await Expect(ada.Page.Locator(".room-header .topic")).ToHaveTextAsync("Nothing moves");

        Assert.Empty(sockets);
    }

    [Fact]
    public async Task A_double_click_opens_one_dialog_and_leaves_a_menu_open()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Clicks");
        var dialogs = ada.Page.Locator(".mud-dialog");
        await ada.Room.IsInteractiveAsync();

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "New room" }).DblClickAsync();
        await Expect(dialogs).ToHaveCountAsync(1);
        await ada.Room.CloseDialogAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Room menu" }).DblClickAsync();
        await ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = "Room settings" }).ClickAsync();
        await Expect(dialogs).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Menus_open_and_do_what_they_say_without_a_circuit()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await grace.MakeRoomAsync("Menus");
        await ada.OpenAsync(room);
        await ada.Room.IsReadyAsync();
        var sockets = Sockets(ada);

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Expect(ada.Room.Link(room)).Not.ToHaveClassAsync(new Regex("other"));
        await ada.Room.ChooseAsync(room, "Pin to the top");
        await Expect(ada.Room.Section("Pinned").Locator($"a[data-room='{room}']")).ToBeVisibleAsync();
        await ada.Room.ChooseAsync(room, "Notify of mentions only");
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-notify", "mentions");
        await ada.Room.ChooseAsync(room, "Unpin");
        await Expect(ada.Room.Section("Rooms").Locator($"a[data-room='{room}']")).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Message " + grace.Name }).ClickAsync(new() { Force = true });
        await Expect(ada.Room.Composer).ToHaveAttributeAsync("placeholder", "Message " + grace.Name);

        Assert.Empty(sockets);
    }

    [Fact]
    public async Task What_happens_around_the_conversation_closes_no_dialog_and_shows_when_it_has_closed()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Behind");
        var name = ada.Page.GetByRole(AriaRole.Dialog).GetByLabel("Name", new() { Exact = true });
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "New room" }).ClickAsync();
        await name.FillAsync("Half of a na");

        await ada.Api("PATCH", $"/chat/room/{room}", new { topic = "Behind it" });
        await grace.Api("POST", $"/chat/room/{room}/join");
        await grace.PostAsync(room, "I am in");
        await Expect(ada.Room.Message("I am in")).ToBeVisibleAsync();

        await Expect(name).ToHaveValueAsync("Half of a na");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.Locator(".room-header .topic")).ToHaveTextAsync("Behind it");
        await Expect(ada.Room.Member(grace.Name)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_a_phone_the_way_back_closes_a_dialog_with_the_list_under_it()
    {
        await using var ada = await chat.SignUpAsync("ada", new() { Width = 390, Height = 844 });
        var room = await ada.CreateRoomAsync("Back");
        await ada.Page.Locator("[data-open=rooms]").First.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "New room" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog).Locator("input").First).ToBeFocusedAsync();

        await ada.Page.GoBackAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator(".shell")).ToHaveAttributeAsync("data-pane", "room");
        Assert.EndsWith(room, ada.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circuit_comes_when_somebody_reaches_for_it_and_goes_while_messages_arrive()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Coming and going");
        await grace.OpenAsync(room);
        var sockets = Sockets(ada);
        for (var round = 1; round <= 3; round++)
        {
            var talking = grace.Room.SayAsync($"in round {round}");
            var write = ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" });
            await write.HoverAsync();
            await write.ClickAsync();
            await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
            Assert.True(sockets.Count >= round, $"{sockets.Count} circuits in round {round}"); // on a slow machine, one that is reached for may go before it is used
            // Before it has the focus, it does not hear keys.
            await Expect(ada.Page.GetByRole(AriaRole.Dialog).Locator(":focus")).ToHaveCountAsync(1);
            await ada.Page.Keyboard.PressAsync("Escape");
            await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
            await talking;

            var closed = ada.Page.EvaluateAsync("async () => (await import(new URL('js/chat.js', document.baseURI))).sleep()");
            await grace.Room.SayAsync($"after round {round}");
            await closed;
            await sockets[^1].WithPatience();
            await ada.MakeRoomAsync($"Round {round}");
            await Expect(ada.Page.Locator("#rooms").GetByText($"Round {round}")).ToBeVisibleAsync();
            await Expect(ada.Room.Message($"after round {round}")).ToBeVisibleAsync();
        }
        Assert.Equal(await grace.Room.TextsAsync(), await ada.Room.TextsAsync());
    }

    /// <returns>For each circuit's connection, what completes when it closes.</returns>
    private static List<Task> Sockets(Person person)
    {
        List<Task> sockets = [];
        person.Page.WebSocket += (_, socket) =>
        {
            var closed = new TaskCompletionSource();
            socket.Close += (_, _) => closed.TrySetResult();
            sockets.Add(closed.Task);
        };
        return sockets;
    }
}
