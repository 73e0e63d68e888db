using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class FocusRingTests(Chat chat)
{
    // A ring is an outline of 2 px on the element itself, or what changes by its focus on a frame around it.
    private const string Bare = """
        () => {
            const all = document.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex]');
            const looks = frame => {
                const { outlineStyle, outlineWidth, boxShadow, borderTopWidth, borderTopColor } = getComputedStyle(frame);
                return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderTopWidth, borderTopColor].join();
            };
            const framesOf = element => {
                const frames = [element.parentElement, element.parentElement?.parentElement, element.closest('.mud-input')].filter(Boolean);
                return [...frames, ...(frames.at(-1)?.querySelectorAll('.mud-input-outlined-border') ?? [])];
            };
            const bare = [];
            for (const element of all) {
                if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
                element.focus({ preventScroll: true });
                if (document.activeElement !== element) continue;
                const { outlineStyle, outlineWidth, outlineColor, opacity } = getComputedStyle(element);
                if (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor) && opacity !== '0') continue;
                const frames = framesOf(element);
                const focused = frames.map(looks).join('|');
                element.blur();
                if (focused === frames.map(looks).join('|')) bare.push(element.outerHTML.slice(0, 160));
            }
            return bare;
        }
        """;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_control_of_a_room_shows_the_focus(bool isDark)
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(IsDark: isDark));
        var room = await ada.CreateRoomAsync("Rings");
        await ada.Room.IsInteractiveAsync();
        await ada.Room.SayAsync("See https://example.org for more");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);
        await ada.Api("POST", "/chat/reactions", new { message_id = await ada.Room.Messages.First.GetAttributeAsync("data-id"), reaction = "🎉" });
        await Expect(ada.Room.Messages.Locator(".reaction")).ToBeVisibleAsync();
        await ada.Room.Messages.First.HoverAsync();
        await Expect(ada.Page.Locator(".actions")).ToBeVisibleAsync();
        await ShowsTheFocusAsync(ada);

        await ada.Page.Locator(".actions [data-act=more]").ClickAsync();
        await ShowsTheFocusAsync(ada, ".message-menu [role=menuitem]");
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Room.ActAsync("See https", "edit");
        await ShowsTheFocusAsync(ada, "form.edit button");
        await ada.Page.Locator("form.edit").GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await ada.Room.ActAsync("See https", "react");
        await ShowsTheFocusAsync(ada, ".emoji-picker button");
        await ada.Page.Keyboard.PressAsync("Escape");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "New room" }).ClickAsync();
        await ShowsTheFocusAsync(ada, ".mud-dialog input");
        await ada.Page.GotoAsync($"/room/{room}/files");
        await ShowsTheFocusAsync(ada);
    }

    [Theory]
    [InlineData("/account/login", false)]
    [InlineData("/account/register", true)]
    public async Task Every_control_of_a_door_shows_the_focus(string door, bool isDark)
    {
        await using var visitor = await chat.VisitAsync("visitor", new PersonOptions(IsDark: isDark));
        await visitor.Page.GotoAsync(door);

        await ShowsTheFocusAsync(visitor);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_control_of_the_settings_and_the_administration_shows_the_focus(bool isDark)
    {
        await using var boss = await chat.AdministratorAsync(new PersonOptions(IsDark: isDark));

        foreach (var page in (string[])["/account/manage", "/account/manage/security", "/account/manage/tokens", "/admin", "/admin/people", "/admin/settings"])
        {
            await boss.Page.GotoAsync(page);
            await ShowsTheFocusAsync(boss);
        }
    }

    private static async Task ShowsTheFocusAsync(Person person, string opened = "a[href], button")
    {
        await Expect(person.Page.Locator(opened).First).ToBeVisibleAsync();
        await person.Page.Keyboard.PressAsync("Shift"); // from now on the browser shows where the focus is
        Assert.Empty(await person.Page.EvaluateAsync<string[]>(Bare));
    }
}
