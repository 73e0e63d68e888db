using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>The example apps, served from another origin than the chat.</summary>
public sealed class ExampleAppsTests(Chat chat)
{
    [Theory]
    [InlineData("react")]
    [InlineData("vue")]
    public async Task Someone_in_the_chat_and_someone_in_an_app_elsewhere_go_on_talking_after_a_lost_line(string name)
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Elsewhere");
        var app = await OpenAsync(grace, name);
        await app.SignInAsync(line.Address, grace.Name);
        await app.ChooseAsync(room);
        await Expect(app.Bar).ToBeHiddenAsync();

        // Longer than what initials and names may happen to be.
        await ada.Room.SayAsync("ada says 1");
        await Expect(app.Text("ada says 1")).ToBeVisibleAsync();
        await app.SayAsync("grace says 1");
        await Expect(ada.Room.Message("grace says 1")).ToBeVisibleAsync();

        // A broken line is an error in the console, which may be told late. Uncaught exceptions still count.
        grace.LosesConnection = true;
        line.Cut();
        await Expect(app.Bar).ToBeVisibleAsync();
        await app.SayAsync("grace says 2");
        await Expect(app.OnTheirWay).ToContainTextAsync("It goes out when the chat can be reached.");
        await ada.Room.SayAsync("ada says 2");
        await ada.Room.SayAsync("ada says 3");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        line.Mend();
        await Expect(ada.Room.Message("grace says 2")).ToBeVisibleAsync();
        await Expect(app.Bar).ToBeHiddenAsync();

        await ada.Room.SayAsync("ada says 4");
        await app.SayAsync("grace says 3");
        string[] said = ["ada says 1", "ada says 2", "ada says 3", "ada says 4", "grace says 1", "grace says 2", "grace says 3"];
        await Expect(ada.Room.Message("grace says 3")).ToBeVisibleAsync();
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await Expect(app.Texts).ToHaveCountAsync(said.Length);
        await Expect(app.OnTheirWay).ToHaveCountAsync(0);
        Assert.Equal(said, (await ada.Room.TextsAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(await ada.Room.TextsAsync(), await app.Texts.AllInnerTextsAsync());

        await grace.Page.ReloadAsync();
        await app.ChooseAsync(room);
        await Expect(app.Texts).ToHaveTextAsync(await ada.Room.TextsAsync());
    }

    [Theory]
    [InlineData("react")]
    [InlineData("vue")]
    public async Task Someone_who_may_not_sign_in_is_told_why(string name)
    {
        await using var ada = await chat.SignUpAsync("ada");
        var app = await OpenAsync(ada, name);
        // A refusal is an error in the console.
        ada.LosesConnection = true;
        await app.SignInAsync(chat.Server.Address, ada.Name, "not the password");
        await Expect(app.Error).ToBeVisibleAsync();
        await app.SignInAsync(chat.Server.Address, ada.Name);
        await app.ChooseAsync("general");
        await Expect(app.Bar).ToBeHiddenAsync();
    }

    private async Task<ExamplePage> OpenAsync(Person person, string name)
    {
        await person.Page.GotoAsync(chat.Apps[name].Address);
        return new ExamplePage(person.Page);
    }
}
