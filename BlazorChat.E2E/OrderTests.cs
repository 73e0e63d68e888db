using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Keeping order in a room, by those who do it and those it concerns.</summary>
public sealed class OrderTests(Chat chat)
{
    [Fact]
    public async Task Someone_new_comes_by_an_invite_link_and_registers_on_the_way()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Invited", "private");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.ChooseAsync("Invite people");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();
        var link = await ada.Page.GetByLabel("Invite link", new() { Exact = true }).InputValueAsync();

        await using var grace = await chat.VisitAsync("grace");
        await grace.Page.GotoAsync(link);
        await grace.Page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await new AccountPage(grace.Page).FillInAsync(grace.Name, Person.Password);
        await Expect(grace.Page.GetByText($"{ada.Name} invites you to this private room")).ToBeVisibleAsync();
        await grace.HasNoSeriousViolationAsync();
        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "Join room" }).ClickAsync();

        await grace.Room.IsReadyAsync();
        Assert.EndsWith(room, grace.Page.Url, StringComparison.Ordinal);
        await grace.Room.SayAsync("here I am");
        await Expect(ada.Room.Message("here I am")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_moderator_handles_a_report_and_mutes_who_wrote_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await using var linus = await chat.SignUpAsync("linus");
        var room = await ada.CreateRoomAsync("Reported");
        await ada.Room.IsInteractiveAsync();
        await grace.OpenAsync(room);
        await linus.OpenAsync(room);
        await linus.Room.IsInteractiveAsync();
        await linus.Room.SayAsync("something rude");

        await grace.Room.Message("something rude").FocusAsync();
        await grace.Page.Keyboard.PressAsync("!");
        await grace.Page.Keyboard.TypeAsync("It is rude");
        await grace.HasNoSeriousViolationAsync();
        await grace.Page.Keyboard.PressAsync("Enter");
        await Expect(grace.Page.Locator("#toast")).ToHaveTextAsync("Reported. The moderators will look at it.");

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "1 report" }).ClickAsync();
        var reports = ada.Page.GetByRole(AriaRole.List, new() { Name = "Reported messages" });
        await Expect(reports).ToContainTextAsync("something rude");
        await Expect(reports).ToContainTextAsync($"{grace.Name}: It is rude");
        await ada.HasNoSeriousViolationAsync();
        await reports.GetByRole(AriaRole.Button, new() { Name = $"Mute {linus.Name} for a day" }).ClickAsync();
        await Expect(linus.Page.Locator(".composer .closed")).ToContainTextAsync("muted you in this room");
        await reports.GetByRole(AriaRole.Button, new() { Name = $"Delete message of {linus.Name}" }).ClickAsync();

        await Expect(ada.Page.GetByText("Nothing is reported")).ToBeVisibleAsync();
        await Expect(grace.Room.Timeline.GetByText("This message was deleted")).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(ada.Page.Locator(".open-reports")).ToHaveCountAsync(0);

        await ada.Room.ManageAsync(linus.Name);
        await Expect(ada.Page.GetByText("Muted for another 24 hours")).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Lift the mute" }).ClickAsync();
        await Expect(linus.Room.Composer).ToBeVisibleAsync();
        await linus.Room.SayAsync("I am sorry");
        await Expect(ada.Room.Message("I am sorry")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task In_an_announcement_room_members_read_along()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace", new PersonOptions(390, 844));
        var room = await ada.CreateRoomAsync("News");
        await ada.Room.IsInteractiveAsync();
        await grace.OpenAsync(room);
        await grace.Room.IsInteractiveAsync();

        await ada.Room.ChooseAsync("Room settings");
        await ada.Page.GetByText("Only moderators post; everyone else reads").ClickAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(grace.Page.Locator(".composer .closed")).ToHaveTextAsync("Only moderators post here. You can read along.");
        await Expect(ada.Room.Composer).ToBeVisibleAsync();
        await ada.Room.SayAsync("the news");
        await Expect(grace.Room.Message("the news")).ToBeVisibleAsync();
        await Expect(grace.Room.Timeline).ToHaveAttributeAsync("data-may-post", "false");
        await grace.HasNoSeriousViolationAsync();
    }
}
