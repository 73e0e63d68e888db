using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A whole day of those who run the chat and of those who use it, at a desk and on a phone.</summary>
public sealed class DayTests(Chat chat)
{
    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task An_administrator_invites_keeps_order_bans_and_reads_what_was_done(int width, int height)
    {
        await using var boss = await chat.AdministratorAsync(new PersonOptions(width, height));
        await using var ada = await chat.VisitAsync("ada");
        await using var troll = await chat.VisitAsync("troll");
        troll.LosesConnection = true;

        var room = await boss.CreateRoomAsync("Board", "private");
        await boss.Room.IsInteractiveAsync();
        await boss.Room.ChooseAsync("Invite people");
        await boss.Page.GetByRole(AriaRole.Button, new() { Name = "Create link" }).ClickAsync();
        var link = await boss.Page.GetByLabel("Invite link", new() { Exact = true }).InputValueAsync();
        await boss.HasNoSeriousViolationAsync();
        await boss.Page.Keyboard.PressAsync("Escape");
        await ComeByAsync(ada, link);
        await ComeByAsync(troll, link);

        await troll.Room.SayAsync("nobody likes you");
        await ada.Room.Message("nobody likes you").FocusAsync();
        await ada.Page.Keyboard.PressAsync("!");
        await ada.Page.Keyboard.TypeAsync("Please do something");
        await ada.Page.Keyboard.PressAsync("Enter");
        await boss.Page.GetByRole(AriaRole.Button, new() { Name = "1 report" }).ClickAsync();
        await boss.Page.GetByRole(AriaRole.Button, new() { Name = $"Delete message of {troll.Name}" }).ClickAsync();
        await Expect(ada.Room.Timeline.GetByText("This message was deleted")).ToBeVisibleAsync();

        await boss.Page.GotoAsync("/admin");
        var admin = new AdministrationPage(boss.Page);
        await admin.FindPersonAsync(troll.Name);
        await admin.Act("Ban").ClickAsync();
        await admin.ConfirmAsync("Ban", "Insults people");
        await Expect(troll.Room.Connection).ToContainTextAsync("signed out");
        await admin.GoToAsync("Audit log");
        foreach (var act in new[] { "banned", "deleted a message of", "made an invitation" })
            await Expect(admin.Rows.Filter(new() { HasText = act }).First).ToBeVisibleAsync();
        await Expect(admin.Rows.Filter(new() { HasText = "banned" }).First).ToContainTextAsync(troll.Name);
        await boss.HasNoSeriousViolationAsync();

        await boss.OpenAsync(room);
        await boss.Room.SayAsync("order is restored");
        await Expect(ada.Room.Message("order is restored")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1440, 900)]
    [InlineData(390, 844)]
    public async Task A_member_writes_to_a_friend_finds_some_peace_and_locks_the_door(int width, int height)
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(width, height, Host: "localhost"));
        await using var grace = await chat.SignUpAsync("grace");
        var noisy = await grace.CreateRoomAsync("Noise");
        await ada.OpenAsync(noisy);
        await ada.Room.SayAsync("hello");
        await Expect(grace.Room.Message("hello")).ToBeVisibleAsync();

        await WriteToAsync(ada, grace, "lunch?");
        var direct = new Uri(ada.Page.Url).Segments[^1];
        await grace.OpenAsync(direct);
        await grace.Room.SayAsync("at noon");
        await Expect(ada.Room.Message("at noon")).ToBeVisibleAsync();

        await ada.Room.ActAsync("at noon", "unread");
        await ada.Room.ShowAsync("rooms");
        await Expect(ada.Room.Link(direct)).ToHaveAttributeAsync("data-unread", "1");
        await ada.Room.ChooseAsync(noisy, "Mute, except mentions");
        await grace.OpenAsync(noisy);
        await grace.Room.SayAsync("much ado");
        await Expect(ada.Room.Link(noisy)).ToHaveAttributeAsync("data-unread", "1");
        await Expect(ada.Room.Link(noisy).Locator(".badge")).ToBeHiddenAsync();
        await ada.HasNoSeriousViolationAsync();

        var settings = new SettingsPage(ada.Page);
        var authenticator = await Authenticator.PlugInAsync(ada);
        var secret = await settings.SetUpTwoFactorAsync(Person.Password);
        await settings.PassAsync(() => Codes.Now(secret), "Turn on");
        await Expect(settings.RecoveryCodes).ToHaveCountAsync(10);
        await ada.HasNoSeriousViolationAsync();
        await settings.AddPasskeyAsync("My phone", Person.Password);
        await Expect(settings.Passkeys).ToContainTextAsync(["My phone"]);

        await using var elsewhere = await chat.VisitAsync("elsewhere");
        elsewhere.LosesConnection = true;
        await new AccountPage(elsewhere.Page).SignInAsync(ada.Name, Person.Password);
        await settings.OpenAsync("/sessions");
        await new SettingsPage(elsewhere.Page).PassAsync(() => Codes.Next(secret), "Sign in");
        await elsewhere.Room.IsReadyAsync();
        await settings.OpenAsync("/sessions");
        await settings.Sessions.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(elsewhere.Room.Connection).ToContainTextAsync("signed out");

        await ada.Context.ClearCookiesAsync();
        await new AccountPage(ada.Page).SignInByPasskeyAsync(authenticator);
        await ada.Room.IsReadyAsync();
    }

    private static async Task ComeByAsync(Person person, string link)
    {
        await person.Page.GotoAsync(link);
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Create an account" }).ClickAsync();
        await new AccountPage(person.Page).FillInAsync(person.Name, Person.Password);
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Join room" }).ClickAsync();
        await person.Room.IsReadyAsync();
    }

    private static async Task WriteToAsync(Person person, Person friend, string text)
    {
        await person.Room.IsInteractiveAsync();
        await person.Room.ShowAsync("rooms");
        await person.Room.OpenDirectAsync(friend.Name);
        await person.Room.SayAsync(text);
        await Expect(person.Room.Message(text)).ToBeVisibleAsync();
    }
}
