using BlazorChat.E2E.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class EmojiTests(Chat chat)
{
    [Fact]
    public async Task A_name_becomes_its_emoji_while_it_is_written_and_can_be_undone()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Names of emoji");
        var offered = ada.Page.GetByRole(AriaRole.Listbox, new() { Name = "Emoji" }).GetByRole(AriaRole.Option);
        await ada.Room.Composer.FocusAsync();

        await ada.Page.Keyboard.TypeAsync("done :tad");
        await Expect(offered).ToContainTextAsync([":tada:"]);
        await ada.Page.Keyboard.TypeAsync("a:");
        await Expect(ada.Room.Composer).ToHaveValueAsync("done 🎉");
        await ada.Page.Keyboard.PressAsync("Control+z");
        await Expect(ada.Room.Composer).ToHaveValueAsync("done :tada:");
        await ada.Page.Keyboard.PressAsync("Control+Shift+z");

        await ada.Page.Keyboard.TypeAsync(" `:tada:` :rocke");
        await Expect(offered).ToContainTextAsync([":rocket:"]);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync("done 🎉 `:tada:` 🚀 ");
    }

    [Fact]
    public async Task The_picker_is_loaded_when_it_opens_finds_by_words_and_remembers_the_skin_tone()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Picker");
        const string loaded = "() => performance.getEntriesByType('resource').filter(one => one.name.includes('emoji')).length";
        Assert.Equal(0, await ada.Page.EvaluateAsync<int>(loaded));
        var picker = ada.Page.Locator("emoji-picker");
        var search = picker.GetByRole(AriaRole.Combobox, new() { Name = "Search emoji" });

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Insert emoji" }).ClickAsync();
        await Expect(search).ToBeFocusedAsync();
        Assert.Empty((await ada.Page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(v => v.Help));
        await picker.GetByRole(AriaRole.Button, new() { Name = "Choose a skin tone" }).ClickAsync();
        await picker.GetByRole(AriaRole.Option, new() { Name = "Dark", Exact = true }).ClickAsync();
        await search.FillAsync("raised back of hand");
        await Expect(picker.GetByRole(AriaRole.Option, new() { NameRegex = new("^🤚🏿") })).ToBeVisibleAsync();
        await search.PressAsync("ArrowDown");
        await search.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync("🤚🏿");

        await ada.Page.ReloadAsync();
        await ada.Room.IsReadyAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Insert emoji" }).ClickAsync();
        await Expect(picker.GetByRole(AriaRole.Button, new() { NameRegex = new("currently Dark") })).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(picker).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Signs_become_faces_for_who_wants_that()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Faces");
        await ada.Room.SayAsync("plain :) stays");
        await ada.Page.EvaluateAsync("localStorage.setItem('blazorchat-smileys', 'on')");
        await ada.OpenAsync(room);
        await ada.Room.Composer.FocusAsync();
        await ada.Page.Keyboard.TypeAsync("drawn :)");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Room.Message("plain")).ToContainTextAsync("plain :) stays");
        await Expect(ada.Room.Message("drawn")).ToContainTextAsync("drawn 🙂");
    }

    [Fact]
    public async Task An_emoji_of_the_chat_is_added_written_reacted_with_and_leaves_its_name_when_it_goes()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var name = "e" + Guid.NewGuid().ToString("N")[..8];
        var room = await ada.CreateRoomAsync("Our own");
        await grace.OpenAsync(room);
        await grace.Room.SayAsync($"so :{name}: it");

        await ada.Page.GotoAsync("account/manage/emoji");
        await ada.Page.GetByLabel("Name").FillAsync(name);
        await ada.Page.GetByLabel("Picture").SetInputFilesAsync(new FilePayload { Name = "e.png", MimeType = "image/png", Buffer = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==") });
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Add emoji" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.List, new() { Name = "Emoji" })).ToContainTextAsync($":{name}:");

        var image = grace.Room.Messages.First.Locator($"img[alt=':{name}:']");
        await Expect(image).ToHaveJSPropertyAsync("complete", true);
        await grace.Room.Composer.FocusAsync();
        await grace.Page.Keyboard.TypeAsync($":{name[..6]}");
        await Expect(grace.Page.GetByRole(AriaRole.Listbox, new() { Name = "Emoji" })).ToContainTextAsync($":{name}:");
        await grace.Page.Keyboard.PressAsync("Enter");
        await Expect(grace.Room.Composer).ToHaveValueAsync($":{name}: ");
        await grace.Page.Keyboard.PressAsync("Enter");
        await Expect(grace.Page.Locator(".message.few-emoji img")).ToHaveCountAsync(1);
        await grace.Api("POST", "/chat/reactions", new { message_id = await grace.Room.Messages.First.GetAttributeAsync("data-id"), reaction = $":{name}:" });
        await Expect(grace.Page.Locator(".reaction img")).ToHaveCountAsync(1);

        // Lists beside the conversation show it, too, and so do the reactions that are offered.
        var id = await grace.Room.Messages.First.GetAttributeAsync("data-id");
        await grace.Api("PUT", $"/chat/messages/{id}/save");
        await grace.Api("PUT", $"/chat/messages/{id}/pin");
        foreach (var list in new[] { "?side=saved", $"?side=search&q={name}", "/pins" })
        {
            await grace.Page.GotoAsync($"room/{room}{list}");
            await Expect(grace.Page.Locator($":is(.found-what, .pinned .text) img[alt=':{name}:']").First).ToHaveJSPropertyAsync("complete", true);
        }
        await grace.OpenAsync(room);
        await grace.Room.Messages.First.HoverAsync();
        await Expect(grace.Page.Locator(".actions .act img.custom-emoji")).ToHaveCountAsync(1);

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Remove " + name }).ClickAsync();
        await Expect(grace.Page.Locator(".message .content img.custom-emoji")).ToHaveCountAsync(0);
        await Expect(grace.Room.Messages.First).ToContainTextAsync($"so :{name}: it");
    }
}
