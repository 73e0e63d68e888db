using System.Net.Http.Headers;
using System.Net.Http.Json;
using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class SecurityTests(Chat chat)
{
    [Fact]
    public async Task With_two_factors_signing_in_takes_a_code_of_the_app()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var settings = new SettingsPage(ada.Page);
        var secret = await settings.SetUpTwoFactorAsync(Person.Password);
        await settings.PassAsync(() => Codes.Now(secret), "Turn on");
        await Expect(settings.RecoveryCodes).ToHaveCountAsync(10);

        await ada.Context.ClearCookiesAsync();
        await new AccountPage(ada.Page).SignInAsync(ada.Name, Person.Password);
        await settings.TypeCodeAsync("000000", "Sign in");
        await Expect(settings.Refusal).ToBeVisibleAsync();
        // Each serves once, and the next one is good already.
        await settings.PassAsync(() => Codes.Next(secret), "Sign in");

        await ada.Room.IsReadyAsync();
    }

    [Fact]
    public async Task A_recovery_code_stands_in_for_a_lost_phone()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        var settings = new SettingsPage(ada.Page);
        var secret = await settings.SetUpTwoFactorAsync(Person.Password);
        await settings.PassAsync(() => Codes.Now(secret), "Turn on");
        var code = await settings.RecoveryCodes.First.InnerTextAsync();

        await ada.Context.ClearCookiesAsync();
        await new AccountPage(ada.Page).SignInAsync(ada.Name, Person.Password);
        await settings.TypeCodeAsync(code, "Sign in");

        await ada.Room.IsReadyAsync();
    }

    [Fact]
    public async Task A_passkey_opens_the_door_without_a_name_or_a_password()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Host: "localhost"));
        var authenticator = await Authenticator.PlugInAsync(ada);
        var settings = new SettingsPage(ada.Page);
        await settings.AddPasskeyAsync("My thumb", Person.Password);
        await Expect(settings.Passkeys).ToContainTextAsync(["My thumb"]);

        await ada.Context.ClearCookiesAsync();
        await new AccountPage(ada.Page).SignInByPasskeyAsync(authenticator);
        await ada.Room.IsReadyAsync();

        await settings.OpenAsync("/security");
        await settings.PressAsync("Remove My thumb");
        await Expect(settings.Passkeys).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_passkeys_name_is_text_whatever_is_in_it()
    {
        const string Name = "\"'><img src=x onerror=ran()>";
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Host: "localhost"));
        await Authenticator.PlugInAsync(ada);
        var settings = new SettingsPage(ada.Page);

        await settings.AddPasskeyAsync(Name, Person.Password);

        await Expect(settings.Passkeys).ToContainTextAsync([Name]);
        await Expect(ada.Page.Locator("[onerror], img[src=x]")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_session_that_is_signed_out_from_another_browser_sees_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var elsewhere = await chat.VisitAsync("elsewhere");
        elsewhere.LosesConnection = true;
        await new AccountPage(elsewhere.Page).SignInAsync(ada.Name, Person.Password);
        await elsewhere.Room.IsReadyAsync();
        var settings = new SettingsPage(ada.Page);
        await settings.OpenAsync("/sessions");
        await Expect(settings.Sessions).ToHaveCountAsync(2);

        await settings.Sessions.GetByRole(AriaRole.Button).ClickAsync();

        await Expect(settings.Sessions).ToHaveCountAsync(1);
        await Expect(elsewhere.Room.Connection).ToContainTextAsync("signed out");
    }

    [Fact]
    public async Task A_token_lets_a_program_speak()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var token = await new SettingsPage(ada.Page).MakeTokenAsync("Robot");
        var room = await ada.CreateRoomAsync("Robots");

        using var program = new HttpClient { BaseAddress = chat.Server.Address };
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var said = await program.PostAsJsonAsync(
            "/chat/messages", new { room_id = room, message = "beep" }, TestContext.Current.CancellationToken);

        Assert.True(said.IsSuccessStatusCode);
        await Expect(ada.Room.Message("beep")).ToBeVisibleAsync();
    }
}
