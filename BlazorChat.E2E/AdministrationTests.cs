using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

[Collection(Alone.Name)]
public sealed class AdministrationTests(Chat chat)
{
    [Theory]
    [InlineData(1280, 800)]
    [InlineData(390, 844)]
    public async Task Someone_is_found_and_banned_with_a_reason_and_the_audit_log_says_so(int width, int height)
    {
        await using var troll = await chat.SignUpAsync("troll");
        troll.LosesConnection = true;
        await troll.OpenAsync("general");
        await using var administrator = await OpenAsync(new PersonOptions(width, height));
        var admin = new AdministrationPage(administrator.Page);

        await admin.FindPersonAsync(troll.Name);
        await admin.Act("Ban").ClickAsync();
        await admin.ConfirmAsync("Ban", "Shouts at everyone");

        await Expect(admin.Heading).ToContainTextAsync("banned");
        await Expect(troll.Room.Connection).ToContainTextAsync("signed out");
        await admin.GoToAsync("Audit log");
        await Expect(admin.Rows.Filter(new() { HasText = troll.Name })).ToContainTextAsync("Shouts at everyone");
        Assert.True(await FitsAsync(administrator.Page));
    }

    [Fact]
    public async Task A_lifted_ban_lets_them_in_again()
    {
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true;
        await using var administrator = await OpenAsync();
        var admin = new AdministrationPage(administrator.Page);
        await admin.FindPersonAsync(grace.Name);
        await admin.Act("Ban").ClickAsync();
        await admin.ConfirmAsync("Ban", "By mistake");
        await new AccountPage(grace.Page).SignInAsync(grace.Name, Person.Password);
        await Expect(grace.Page.GetByText("You are banned")).ToBeVisibleAsync();

        await admin.Act("Lift the ban").ClickAsync();
        await Expect(admin.Act("Ban")).ToBeVisibleAsync();

        await new AccountPage(grace.Page).SignInAsync(grace.Name, Person.Password);
        await grace.Room.IsReadyAsync();
    }

    [Fact]
    public async Task Registration_is_closed_and_opened_again()
    {
        await using var administrator = await OpenAsync();
        await using var late = await chat.VisitAsync("late");
        var admin = new AdministrationPage(administrator.Page);
        await admin.GoToAsync("Settings");
        var open = admin.Main.GetByLabel("People may make accounts by themselves");

        await open.UncheckAsync();
        await Expect(admin.Main.GetByText("It is in effect")).ToBeVisibleAsync();
        await new AccountPage(late.Page).RegisterAsync(late.Name, Person.Password);
        await Expect(late.Page.GetByText("Nobody can make an account")).ToBeVisibleAsync();

        await open.CheckAsync();
        await Expect(open).ToBeCheckedAsync();
        await new AccountPage(late.Page).RegisterAsync(late.Name, Person.Password);
        await late.Room.IsReadyAsync();
    }

    [Fact]
    public async Task The_overview_follows_what_happens()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.OpenAsync("general");
        await using var administrator = await OpenAsync();
        var admin = new AdministrationPage(administrator.Page);
        var before = await NumberAsync(admin, "Messages");

        await ada.Room.SayAsync("one more");
        await Expect(admin.Number("Messages")).Not.ToHaveTextAsync(before.ToString("N0", System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(before + 1, await NumberAsync(admin, "Messages"));
        Assert.True(await NumberAsync(admin, "Open streams") >= 1);
        Assert.True(await NumberAsync(admin, "People online") >= 1);
    }

    [Fact]
    public async Task An_administrator_enters_a_private_room_and_is_seen_to()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var name = "Secret " + Guid.NewGuid().ToString("N")[..6];
        var room = (await ada.Api("POST", "/chat/rooms", new { name, kind = "private" })).GetProperty("id").GetString()!;
        await ada.OpenAsync(room);
        await ada.Room.SayAsync("among ourselves");
        await using var administrator = await OpenAsync();
        var admin = new AdministrationPage(administrator.Page);

        await admin.GoToAsync("Rooms");
        await Expect(admin.Rows.First).ToBeVisibleAsync();
        await admin.Main.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Expect(admin.Rows).ToHaveCountAsync(1);
        await admin.Main.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await admin.Act("Enter").ClickAsync();
        await administrator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Enter" }).ClickAsync();

        await administrator.Room.IsReadyAsync();
        await Expect(administrator.Room.Message("among ourselves")).ToBeVisibleAsync();
        await Expect(ada.Room.Message("entered the room as an administrator")).ToContainTextAsync(administrator.Name[..5]);
    }

    [Fact]
    public async Task A_direct_room_shows_that_the_other_person_was_banned()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true;
        var person = "/chat/admin/users/" + await grace.UserIdAsync();
        await ada.StartDirectAsync(grace);
        await ada.Room.IsInteractiveAsync();
        await using var administrator = await chat.AdministratorAsync();
        var closed = ada.Page.Locator("chat-composer .closed");

        await administrator.Api("POST", person + "/ban", new { reason = "Shouting" });
        await Expect(closed).ToContainTextAsync("is gone");
        await ada.Page.ReloadAsync();
        await Expect(closed).ToContainTextAsync("is gone");
        await ada.Room.IsInteractiveAsync();

        await administrator.Api("DELETE", person + "/ban");
        await Expect(ada.Room.Composer).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Someone_who_is_signed_out_while_administering_is_sent_to_the_sign_in_page()
    {
        await using var administrator = await OpenAsync();
        administrator.LosesConnection = true;
        await using var other = await OpenAsync();
        await administrator.Page.GotoAsync("/admin/people");
        await Expect(new AdministrationPage(administrator.Page).Rows.First).ToBeVisibleAsync();

        await administrator.Page.EvaluateAsync("() => fetch('/auth/revoke', { method: 'POST' })");

        await administrator.Page.IsAtAsync("/account/login");
        Assert.Equal(200, (await other.Page.GotoAsync("/admin"))!.Status);
    }

    [Fact]
    public async Task Someone_who_is_demoted_while_administering_can_do_nothing_more()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var administrator = await OpenAsync();
        var people = await administrator.Api("GET", "/chat/admin/users?q=" + ada.Name);
        var person = "/chat/admin/users/" + people.GetProperty("users")[0].GetProperty("user_id").GetString();
        await administrator.Api("PATCH", person, new { role = "administrator" });
        await ada.Page.GotoAsync("/admin/people");
        var admin = new AdministrationPage(ada.Page);
        await Expect(admin.Rows.First).ToBeVisibleAsync();

        await administrator.Api("PATCH", person, new { role = "member" });
        await admin.Main.GetByLabel("Name or e-mail").FillAsync("a");

        await ada.Room.IsReadyAsync();
    }

    [Fact]
    public async Task Others_find_no_administration()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true;

        var answer = await ada.Page.GotoAsync("/admin/people");

        Assert.Equal(404, answer!.Status);
        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "Not found" })).ToBeVisibleAsync();
    }

    private async Task<Person> OpenAsync(PersonOptions? options = null)
    {
        var administrator = await chat.AdministratorAsync(options);
        await administrator.Page.GotoAsync("/admin");
        await Expect(new AdministrationPage(administrator.Page).Number("People online")).ToBeVisibleAsync();
        return administrator;
    }

    private static async Task<long> NumberAsync(AdministrationPage admin, string name) => long.Parse(
        await admin.Number(name).InnerTextAsync(), System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);

    private static Task<bool> FitsAsync(IPage page) =>
        page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth");
}
