using BlazorChat.E2E.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class ComposerTests(Chat chat)
{
    [Fact]
    public async Task Composing_by_an_input_method_does_not_send()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Composing");
        await ada.Room.Composer.FillAsync("にほん");

        await ada.Room.Composer.EvaluateAsync(
            "area => area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))");

        await Expect(ada.Room.Composer).ToHaveValueAsync("にほん");
        await ada.Room.Composer.PressAsync("Enter");
        await Expect(ada.Room.Messages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Too_long_a_message_is_counted_and_not_sent()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Long");

        await ada.Room.Composer.FillAsync(new string('x', 10_000));
        await ada.Room.Composer.PressAsync("Enter");

        await Expect(ada.Room.Notice).ToContainTextAsync("too many");
        await Expect(ada.Room.Composer).ToHaveValueAsync(new string('x', 10_000));
        await Expect(ada.Room.Messages).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Nothing_but_white_space_is_not_sent()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Blank");

        await ada.Room.Composer.FillAsync("   ");
        await ada.Room.Composer.PressAsync("Enter");
        await ada.Room.SayAsync("something");

        await Expect(ada.Room.Messages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Who_sends_too_fast_is_told_so_and_loses_nothing()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true; // the console reports the refusals themselves
        await ada.CreateRoomAsync("Fast");
        // Uses up what the limit allows, as a script of ada's might.
        await ada.Page.EvaluateAsync(
            """
            async () => {
                for (let status = 0; status !== 429;)
                    [status] = await Promise.all(Array.from({ length: 20 }, async () => (await fetch('/chat/reactions', { method: 'POST',
                        headers: { 'Content-Type': 'application/json' }, body: '{}' })).status));
            }
            """);

        for (var n = 1; n <= 40; n++)
            await ada.Room.SayAsync($"fast {n}");

        await Expect(ada.Room.Timeline.Locator(".pending, .failed")).ToHaveCountAsync(0);
        Assert.Equal(Enumerable.Range(1, 40).Select(n => $"fast {n}"), await ada.Room.TextsAsync());
    }

    [Fact]
    public async Task A_name_is_completed_from_its_beginning()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await grace.Api("PATCH", "/auth/me", new { display_name = "Rear Admiral" });
        await grace.OpenAsync(await ada.CreateRoomAsync("Names"));
        await grace.Room.SayAsync("here I am");
        await Expect(ada.Room.Message("here I am")).ToBeVisibleAsync();
        var people = ada.Page.GetByRole(AriaRole.Listbox, new() { Name = "People to mention" });

        await ada.Room.Composer.FocusAsync();
        await ada.Page.Keyboard.TypeAsync("hello @adm");
        await Expect(people.GetByRole(AriaRole.Option).First).ToContainTextAsync("Rear Admiral");
        await Expect(ada.Page.GetByRole(AriaRole.Combobox)).ToHaveAttributeAsync("aria-activedescendant", "completion-0");
        Assert.Empty((await ada.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Help));
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync($"hello @{grace.Name} ");
        await ada.Page.Keyboard.TypeAsync("and @adm");
        await Expect(people).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(people).ToBeHiddenAsync();
        await ada.Page.Keyboard.PressAsync("Enter");

        var mention = grace.Room.Message("hello").Locator(".mention");
        await Expect(mention).ToHaveTextAsync("@Rear Admiral");
        await Expect(mention).ToHaveAttributeAsync("title", "@" + grace.Name);
        await Expect(grace.Room.Message("hello")).ToContainTextAsync("and @adm");
    }

    [Fact]
    public async Task Everything_can_be_done_by_keyboard()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Keys");
        await ada.Room.SayAsync("first");
        await ada.Room.SayAsync("second");
        await Expect(ada.Room.Timeline.Locator(".pending")).ToHaveCountAsync(0);

        await ada.Room.Timeline.FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(ada.Room.Message("second")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(ada.Room.Message("first")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("r");
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("third");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Message("third").Locator(".quote")).ToContainTextAsync("first");
    }
}
