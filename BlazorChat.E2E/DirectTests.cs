using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class DirectTests(Chat chat)
{
    [Fact]
    public async Task Two_people_talk_among_themselves()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await grace.OpenAsync("general");
        await grace.Room.IsInteractiveAsync();
        await ada.OpenAsync("general");
        await ada.Room.IsInteractiveAsync();

        await ada.Room.OpenDirectAsync(grace.Name);
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = grace.Name, Level = 1 })).ToBeVisibleAsync();
        await ada.Room.SayAsync("just for you");

        var link = grace.Room.Section("Direct messages").GetByRole(AriaRole.Link, new() { NameRegex = new(ada.Name) });
        await Expect(link.Locator(".badge")).ToContainTextAsync("1");
        await Expect(link.Locator(".dot")).ToHaveAttributeAsync("title", "online");
        await link.ClickAsync();
        await Expect(grace.Room.Message("just for you")).ToBeVisibleAsync();
        await grace.Room.SayAsync("and for you");
        await Expect(ada.Room.Message("and for you")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_is_written_to_from_the_member_list()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(1440, 900));
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Members");
        await grace.PostAsync(room, "here");
        await Expect(ada.Room.Member(grace.Name)).ToBeVisibleAsync();
        await ada.Room.IsInteractiveAsync();

        await ada.Room.Member(grace.Name).HoverAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Message " + grace.Name }).ClickAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = grace.Name, Level = 1 })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Messages_of_someone_I_blocked_are_folded_until_I_ask_to_see_them()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Block");
        await grace.PostAsync(room, "something rude");
        await Expect(ada.Room.Message("something rude")).ToBeVisibleAsync();

        await ada.Room.ActAsync("something rude", "block");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Block", Exact = true }).ClickAsync();

        var text = ada.Room.Timeline.GetByText("something rude");
        await Expect(text).ToBeHiddenAsync();
        await grace.PostAsync(room, "more of it");
        await Expect(ada.Room.Timeline.Locator(".fold")).ToHaveCountAsync(2);
        await ada.Page.ReloadAsync();
        await ada.Room.IsReadyAsync();
        await Expect(text).ToBeHiddenAsync();

        await ada.Room.Timeline.GetByRole(AriaRole.Button, new() { Name = "Show" }).First.ClickAsync();
        await Expect(text).ToBeVisibleAsync();
        await ada.Room.ActAsync("something rude", "unblock");
        await Expect(ada.Room.Timeline.GetByText("more of it")).ToBeVisibleAsync();
        await Expect(ada.Room.Timeline.Locator(".fold")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nobody_writes_to_whom_they_blocked()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await ada.StartDirectAsync(grace);
        await ada.Room.IsInteractiveAsync();

        var menu = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Room menu" });
        await menu.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = $"Block {grace.Name}…" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Block", Exact = true }).ClickAsync();
        await Expect(ada.Page.Locator("chat-composer .closed")).ToContainTextAsync("you cannot write to each other");

        await menu.ClickAsync();
        await ada.Page.GetByRole(AriaRole.Menuitem, new() { Name = $"Unblock {grace.Name}" }).ClickAsync();
        await Expect(ada.Room.Composer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_block_from_elsewhere_closes_the_composer()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await ada.StartDirectAsync(grace);
        await ada.Room.IsInteractiveAsync();

        await ada.Api("PUT", "/chat/blocks/" + await grace.UserIdAsync());

        await Expect(ada.Page.Locator("chat-composer .closed")).ToContainTextAsync("you cannot write to each other");
    }
}
