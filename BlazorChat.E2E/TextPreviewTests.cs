using BlazorChat.E2E.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>How a text will look, before it is sent.</summary>
public sealed class TextPreviewTests(Chat chat)
{
    [Fact]
    public async Task A_text_looks_as_it_will_and_Escape_goes_back_with_all_that_can_be_undone()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Previewed");
        await grace.OpenAsync(room);
        var shown = Shown(ada);

        await ada.Room.Composer.FillAsync("first");
        await ada.Page.Keyboard.PressAsync("Control+a");
        await ada.Page.Keyboard.TypeAsync($"**Look** @{grace.Name} ");
        await ada.Page.Keyboard.PressAsync("Shift+Enter");
        await ada.Page.Keyboard.InsertTextAsync("```js\nlet x = 1;\n```");
        var text = await ada.Room.Composer.InputValueAsync();
        await ada.Room.Composer.EvaluateAsync("area => area.setSelectionRange(2, 6)");
        await ada.Page.Keyboard.PressAsync("Control+Alt+p");

        await Expect(shown).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToBeHiddenAsync();
        await Expect(shown.Locator("strong")).ToHaveTextAsync("Look");
        await Expect(shown.Locator(".mention")).ToHaveTextAsync("@" + grace.Name);
        await Expect(shown.Locator(".code-block .hljs-keyword")).ToHaveTextAsync("let");
        Assert.Empty((await ada.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Help));

        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(shown).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync(text);
        Assert.Equal("Look", await ada.Page.EvaluateAsync<string>("() => document.activeElement.value.slice(document.activeElement.selectionStart, document.activeElement.selectionEnd)"));
        await ada.Page.Keyboard.PressAsync("Control+z");
        var area = ada.Page.Locator("chat-composer textarea"); // which may offer names now
        await Expect(area).Not.ToHaveValueAsync(text);
        await ada.Page.Keyboard.PressAsync("Control+Shift+z");
        await Expect(area).ToHaveValueAsync(text);
    }

    [Fact]
    public async Task Enter_sends_from_the_preview()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Sent");
        await ada.Room.Composer.FillAsync("_so_");
        await ada.Page.Keyboard.PressAsync("Control+Alt+p");
        await Expect(Shown(ada).Locator("em")).ToHaveTextAsync("so");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Messages.Locator("em")).ToHaveTextAsync("so");
        await Expect(Shown(ada)).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_can_be_reached_in_a_preview_shows_its_focus()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Ringed");
        await ada.Room.Composer.FillAsync("See https://example.org/plan");
        await ada.Page.Keyboard.PressAsync("Control+Alt+p");
        await Expect(Shown(ada)).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Tab");

        await Expect(Shown(ada).GetByRole(AriaRole.Link)).ToBeFocusedAsync();
        await Expect(Shown(ada).GetByRole(AriaRole.Link)).ToHaveCSSAsync("outline-style", "solid");
    }

    [Fact]
    public async Task An_edit_and_a_thread_have_a_preview_too()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Edited");
        await ada.Room.SayAsync("before");
        await Expect(ada.Page.Locator(".message[data-id]:not(.pending)")).ToHaveCountAsync(1);
        await ada.Room.Composer.PressAsync("ArrowUp");
        var edit = ada.Page.Locator("form.edit");
        await edit.Locator("textarea").FillAsync("`after`");
        await edit.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Expect(edit.Locator(".text-preview code")).ToHaveTextAsync("after");
        await edit.GetByRole(AriaRole.Button, new() { Name = "Back to writing" }).ClickAsync();
        await Expect(edit.Locator("textarea")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Control+Alt+p");
        await Expect(edit.Locator(".text-preview code")).ToHaveTextAsync("after");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Messages.Locator(".text code")).ToHaveTextAsync("after");

        await ada.Room.Message("after").FocusAsync();
        await ada.Page.Keyboard.PressAsync("t");
        await ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply in thread" }).FillAsync("~~so~~");
        await ada.Page.Keyboard.PressAsync("Control+Alt+p");
        await Expect(ada.Page.Locator(".side .text-preview del")).ToHaveTextAsync("so");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "Reply in thread" })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task On_a_phone_the_button_stays_within_reach_and_the_way_back_is_a_button()
    {
        await using var ada = await chat.SignUpAsync("ada", new(Width: 390, Height: 844));
        await ada.CreateRoomAsync("Small");
        await ada.Room.Composer.FillAsync("- one\n- two");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Formatting" }).ClickAsync();
        Assert.True((await ada.Room.Composer.BoundingBoxAsync())!.Width > 300, "What has several lines stands above the buttons.");
        var button = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Preview", Exact = true });
        await Expect(button).ToBeInViewportAsync(new() { Ratio = 1 });
        await button.ClickAsync();
        await Expect(Shown(ada).Locator("li")).ToHaveCountAsync(2);
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        var back = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Back to writing" });
        Assert.True((await back.BoundingBoxAsync())!.Height >= 44);
        await back.ClickAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("- one\n- two");
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Of_an_empty_field_it_says_that_there_is_nothing_yet()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Nothing");
        await ada.Room.Composer.PressAsync("Control+Alt+p");

        await Expect(Shown(ada)).ToHaveTextAsync("There is nothing to preview yet.");
        await Expect(ada.Page.Locator("chat-composer .prompt")).ToBeHiddenAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
    }

    private static ILocator Shown(Person person) => person.Page.GetByRole(AriaRole.Region, new() { Name = "Preview" });
}
