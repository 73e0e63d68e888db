using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class AccountTests(Chat chat)
{
    [Fact]
    public async Task Someone_who_is_not_signed_in_is_sent_to_the_sign_in_page_and_then_back()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Wanted");
        await ada.Context.ClearCookiesAsync();

        await ada.Page.GotoAsync("/room/" + room);
        await ada.Page.GetByLabel("Username").FillAsync(ada.Name);
        await ada.Page.GetByLabel("Password", new() { Exact = true }).FillAsync(Person.Password);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await ada.Page.IsAtAsync("/room/" + room);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_words()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.Context.ClearCookiesAsync();

        await new AccountPage(ada.Page).SignInAsync(ada.Name, "not the password");

        await Expect(ada.Page.GetByText("do not match")).ToBeVisibleAsync();
        Assert.Contains("/account/login", ada.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_ends_what_is_open_in_another_tab()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;
        await ada.OpenAsync("general");
        var other = await ada.NewTabAsync();
        await other.GotoAsync("/room/general");
        await new RoomPage(other).IsReadyAsync();

        await ada.Room.SignOutAsync();

        await ada.Page.IsAtAsync("/account/");
        await Expect(new RoomPage(other).Connection).ToContainTextAsync("signed out");
    }

    [Fact]
    public async Task A_changed_password_is_the_one_that_counts()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.Page.GotoAsync("/account/manage/security");
        await ada.Page.GetByLabel("Current password").FillAsync(Person.Password);
        await ada.Page.GetByLabel("New password").FillAsync("another good one");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Change password" }).ClickAsync();
        await Expect(ada.Page.GetByText("Your password is changed")).ToBeVisibleAsync();

        await ada.Context.ClearCookiesAsync();
        await new AccountPage(ada.Page).SignInAsync(ada.Name, "another good one");
        await ada.Room.IsReadyAsync();
    }

    [Fact]
    public async Task A_deleted_account_leaves_its_messages_without_a_name()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await grace.CreateRoomAsync("Left");
        await ada.OpenAsync(room);
        await ada.Room.SayAsync("farewell");
        await Expect(grace.Room.Message("farewell")).ToBeVisibleAsync();

        await ada.Page.GotoAsync("/account/manage/delete");
        await ada.Page.GetByLabel("Your password").FillAsync(Person.Password);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Delete my account" }).ClickAsync();
        await ada.Page.IsAtAsync("/account/");

        await Expect(grace.Room.Message("farewell")).ToContainTextAsync("deleted account");
        await grace.Page.ReloadAsync();
        await Expect(grace.Room.Message("farewell")).ToContainTextAsync("deleted account");
    }
}
