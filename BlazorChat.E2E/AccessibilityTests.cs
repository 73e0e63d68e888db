using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class AccessibilityTests(Chat chat)
{
    [Theory]
    [InlineData("/account/login", false)]
    [InlineData("/account/login", true)]
    [InlineData("/account/register", false)]
    [InlineData("/account/register", true)]
    public async Task The_doors_have_no_serious_violation(string door, bool isDark)
    {
        await using var visitor = await chat.VisitAsync("visitor", new PersonOptions(IsDark: isDark));
        await visitor.Page.GotoAsync(door);

        await visitor.HasNoSeriousViolationAsync();
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(1440, 900, true)]
    [InlineData(390, 844, false)]
    [InlineData(390, 844, true)]
    public async Task A_room_has_no_serious_violation(int width, int height, bool isDark)
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(width, height, isDark));
        await ada.CreateRoomAsync("Accessible");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.SayAsync("See https://example.org for more");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await ada.Api("POST", "/chat/reactions", new
        {
            message_id = await ada.Room.Messages.First.GetAttributeAsync("data-id"),
            reaction = "🎉",
        });
        await Expect(ada.Room.Messages.Locator(".reaction")).ToBeVisibleAsync();

        await ada.HasNoSeriousViolationAsync();
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("", true)]
    [InlineData("/security", false)]
    [InlineData("/security", true)]
    [InlineData("/email", false)]
    [InlineData("/sessions", false)]
    [InlineData("/sessions", true)]
    [InlineData("/blocks", false)]
    [InlineData("/tokens", false)]
    [InlineData("/delete", false)]
    public async Task The_pages_of_ones_account_have_no_serious_violation_and_fit_a_phone(string page, bool isDark)
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844, isDark));
        await ada.Page.GotoAsync("/account/manage" + page);
        await ada.Page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

        await ada.HasNoSeriousViolationAsync();
        Assert.Equal(390, await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(1440, 900, true)]
    [InlineData(390, 844, false)]
    public async Task Conversations_of_two_and_what_leads_to_them_have_no_serious_violation(int width, int height, bool isDark)
    {
        await using var grace = await chat.SignUpAsync("grace");
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(width, height, isDark));
        var quiet = await ada.CreateRoomAsync("Quiet");
        await ada.Api("PUT", $"/chat/room/{quiet}/preferences", new { muted = true });
        var room = await ada.StartDirectAsync(grace);
        await grace.PostAsync(room, $"Hello @{ada.Name}");
        await Expect(ada.Room.Messages.Locator(".mention")).ToBeVisibleAsync();
        await ada.Room.IsInteractiveAsync();
        if (width < 700)
            await ada.Page.Locator("[data-open=rooms]").ClickAsync();
        await ada.HasNoSeriousViolationAsync();

        foreach (var (button, title) in new[] { ("Browse rooms", "Browse rooms"), ("New message", "New message") })
        {
            await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
            await Expect(ada.Page.GetByRole(AriaRole.Dialog).GetByText(title, new() { Exact = true }).First).ToBeVisibleAsync();
            await Expect(ada.Page.GetByRole(AriaRole.Dialog).Locator("li").First).ToBeVisibleAsync();
            await ada.HasNoSeriousViolationAsync();
            await ada.Page.Keyboard.PressAsync("Escape");
            await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        }

        await ada.Api("PUT", $"/chat/blocks/{await grace.UserIdAsync()}");
        await Expect(ada.Room.Messages.Locator(".fold")).ToHaveCountAsync(1);
        await ada.HasNoSeriousViolationAsync();
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(1440, 900, true)]
    [InlineData(390, 844, false)]
    public async Task Administration_has_no_serious_violation(int width, int height, bool isDark)
    {
        await using var administrator = await chat.AdministratorAsync(new PersonOptions(width, height, isDark));
        var admin = new AdministrationPage(administrator.Page);
        await administrator.Page.GotoAsync("/admin");
        await Expect(admin.Number("Messages")).ToBeVisibleAsync();
        await administrator.HasNoSeriousViolationAsync();
        // So that the audit log has something to show, whichever tests ran before.
        await administrator.Api("POST", "/chat/room/general/invites", new { max_uses = 1 });
        foreach (var list in new[] { "People", "Rooms", "Connections", "Audit log" })
        {
            await admin.GoToAsync(list);
            await Expect(admin.Rows.First).ToBeVisibleAsync();
            await administrator.HasNoSeriousViolationAsync();
        }
        await admin.GoToAsync("Settings");
        await Expect(admin.Act("Save limits")).ToBeEnabledAsync();
        await administrator.HasNoSeriousViolationAsync();
        await admin.GoToAsync("People");
        await admin.Rows.First.GetByRole(AriaRole.Link).ClickAsync();
        await admin.Act("Ban").ClickAsync();
        await Expect(administrator.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await administrator.HasNoSeriousViolationAsync();
    }
}
