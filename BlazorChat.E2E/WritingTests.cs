using BlazorChat.E2E.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What a field for messages does beside taking letters.</summary>
public sealed class WritingTests(Chat chat)
{
    [Fact]
    public async Task Keys_format_what_is_selected_and_can_be_undone()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Formats");
        await ada.Room.Composer.FillAsync("word");
        foreach (var (key, made) in new[] { ("Control+b", "**word**"), ("Control+i", "_word_"), ("Control+Shift+x", "~~word~~"), ("Control+e", "`word`"), ("Control+Shift+c", "```\nword\n```") })
        {
            await ada.Page.Keyboard.PressAsync("Control+a");
            await ada.Page.Keyboard.PressAsync(key);
            await Expect(ada.Room.Composer).ToHaveValueAsync(made);
            await ada.Page.Keyboard.PressAsync("Control+z");
            await Expect(ada.Room.Composer).ToHaveValueAsync("word");
        }
    }

    [Fact]
    public async Task Lists_go_on_with_Shift_Enter_and_Enter_stays_within_a_code_block()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Lines");
        await ada.Room.Composer.FocusAsync();
        var keys = ada.Page.Keyboard;

        await keys.TypeAsync("1. one");
        await keys.PressAsync("Shift+Enter");
        await keys.TypeAsync("two");
        await Expect(ada.Room.Composer).ToHaveValueAsync("1. one\n2. two");
        await keys.PressAsync("Shift+Enter");
        await keys.PressAsync("Shift+Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync("1. one\n2. two\n");

        await keys.TypeAsync("```");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("  x();");
        await keys.PressAsync("Enter");
        await keys.TypeAsync("y();");
        await Expect(ada.Room.Composer).ToHaveValueAsync("1. one\n2. two\n```\n  x();\n  y();");
        await keys.PressAsync("Enter");
        await keys.PressAsync("Home");
        await keys.PressAsync("Shift+End");
        await keys.TypeAsync("```");
        await keys.PressAsync("Enter");
        await Expect(ada.Room.Messages).ToHaveCountAsync(1);
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task What_is_pasted_becomes_what_the_chat_can_say()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Pasted");

        await PasteAsync(ada, "Plan\nSee there", "<meta charset=utf-8><h1>Plan</h1><p>See <a href=\"https://example.org/p\"><b>there</b></a></p><script>alert(1)</script>");
        await Expect(ada.Room.Composer).ToHaveValueAsync("**Plan**\n\nSee [**there**](https://example.org/p)");
        await ada.Page.Keyboard.PressAsync("Control+z");
        await Expect(ada.Room.Composer).ToHaveValueAsync("");

        await PasteAsync(ada, "Name\tSum\nAda\t12", "<table><tr><td>Name</td><td>Sum</td></tr><tr><td>Ada</td><td>12</td></tr></table>");
        await Expect(ada.Room.Composer).ToHaveValueAsync("```\nName  Sum\nAda   12\n```");

        await ada.Room.Composer.FillAsync("our plan");
        await ada.Page.Keyboard.PressAsync("Control+a");
        await PasteAsync(ada, "https://example.org/p", "");
        await Expect(ada.Room.Composer).ToHaveValueAsync("[our plan](https://example.org/p)");
    }

    [Fact]
    public async Task The_toolbar_stays_as_it_was_left_and_is_one_stop_of_the_keyboard()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Toolbar");
        var (toggle, bar) = (ada.Page.GetByRole(AriaRole.Button, new() { Name = "Formatting" }), ada.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Formatting" }));
        await Expect(bar).ToBeHiddenAsync();

        await toggle.ClickAsync();
        await ada.Room.Composer.FillAsync("word");
        await ada.Page.Keyboard.PressAsync("Control+a");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Quote" }).ClickAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("> word");
        await bar.GetByRole(AriaRole.Button, new() { Name = "Bold" }).FocusAsync();
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(bar.GetByRole(AriaRole.Button, new() { Name = "Italic" })).ToBeFocusedAsync();
        Assert.Empty((await ada.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Help));

        await ada.Page.ReloadAsync();
        await Expect(bar).ToBeVisibleAsync();
        await toggle.ClickAsync();
        await Expect(bar).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Who_is_not_in_the_room_is_offered_last_and_can_be_added()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await ada.CreateRoomAsync("Secret", "private");
        var offered = ada.Page.GetByRole(AriaRole.Listbox, new() { Name = "People to mention" }).GetByRole(AriaRole.Option, new() { Name = grace.Name });

        await ada.Room.Composer.FocusAsync();
        await ada.Page.Keyboard.TypeAsync("和@" + grace.Name[..^1]);
        await Expect(offered).ToContainTextAsync("not in this room");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync($"和@{grace.Name} ");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Add them" }).ClickAsync();
        await Expect(ada.Page.Locator(".add-offer")).ToHaveCountAsync(0);
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Message("和").Locator(".mention")).ToHaveTextAsync("@" + grace.Name);
    }

    [Fact]
    public async Task An_edit_completes_names_of_people_emoji_and_rooms_too()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Edited");
        await grace.OpenAsync(room);
        await grace.Room.SayAsync("here");
        await Expect(ada.Room.Message("here")).ToBeVisibleAsync();
        await ada.Room.SayAsync("for");
        await Expect(ada.Page.Locator(".message[data-id]:not(.pending)").Filter(new() { HasText = "for" })).ToBeVisibleAsync();
        await ada.Room.Composer.PressAsync("ArrowUp");
        var area = ada.Page.Locator("form.edit textarea");
        await Expect(area).ToBeFocusedAsync();

        foreach (var (typed, list, made) in new[]
        {
            (" @" + grace.Name[..^1], "People to mention", $"for @{grace.Name} "),
            (":tad", "Emoji", $"for @{grace.Name} 🎉 "),
            ("#" + room[..^1], "Rooms", $"for @{grace.Name} 🎉 #{room} "),
        })
        {
            await ada.Page.Keyboard.TypeAsync(typed);
            await Expect(ada.Page.GetByRole(AriaRole.Listbox, new() { Name = list })).ToBeVisibleAsync();
            await ada.Page.Keyboard.PressAsync("Enter");
            await Expect(area).ToHaveValueAsync(made);
        }
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Message("for").Locator(".mention").First).ToHaveTextAsync("@" + grace.Name);
    }

    private static Task PasteAsync(Person person, string plain, string html) => person.Room.Composer.EvaluateAsync(
        """
        (area, [plain, html]) => {
            area.focus();
            const clipboardData = new DataTransfer();
            clipboardData.setData('text/plain', plain);
            if (html) clipboardData.setData('text/html', html);
            area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }
        """, new[] { plain, html });
}
