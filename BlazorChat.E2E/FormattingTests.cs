using BlazorChat.E2E.Hosting;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class FormattingTests(Chat chat)
{
    private const string Formatted = """
        **Plan** for _today_, see https://example.org/a_b:
        - one
        - ~~two~~
          1. three

        > said `before`
        ```js
        let answer = 42; // always
        ```
        after
        """;

    private readonly string longText = string.Join('\n', Enumerable.Range(1, 40).Select(line => $"line {line}"));

    [Fact]
    public async Task What_is_on_its_way_stands_as_it_will()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("On its way");
        var answer = new TaskCompletionSource();
        await ada.Page.RouteAsync("**/chat/messages", async route =>
        {
            await answer.Task;
            await route.ContinueAsync();
        });

        await ada.Room.Composer.FillAsync(Formatted);
        await ada.Page.EvaluateAsync("document.querySelector('chat-composer form').requestSubmit()");
        var pending = ada.Page.Locator(".message.pending .text");
        await Expect(pending.Locator("pre")).ToBeVisibleAsync();
        var before = (await pending.BoundingBoxAsync())!.Height;
        answer.SetResult();

        await Expect(ada.Page.Locator(".message[data-number] .text strong")).ToHaveTextAsync("Plan");
        Assert.Equal(before, (await ada.Page.Locator(".message[data-number] .text").BoundingBoxAsync())!.Height, 0.5);
    }

    [Fact]
    public async Task An_edit_begins_with_what_was_written()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Edited");
        await ada.Api("POST", "/chat/messages", new { room_id = room, message = Formatted });

        await ada.Page.ReloadAsync();
        await ada.Room.ActAsync("Plan", "edit");
        await Expect(ada.Page.GetByRole(AriaRole.Textbox, new() { Name = "Edit message" })).ToHaveValueAsync(Formatted);
    }

    [Fact]
    public async Task Code_gets_its_colours_in_a_worker_and_can_be_copied()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Code");
        await ada.Api("POST", "/chat/messages", new { room_id = room, message = "nothing" });
        const string loaded = "() => performance.getEntriesByType('resource').filter(one => one.name.includes('code-worker')).length";
        Assert.Equal(0, await ada.Page.EvaluateAsync<int>(loaded));

        await ada.Api("POST", "/chat/messages", new { room_id = room, message = Formatted });
        await Expect(ada.Page.Locator("pre .hljs-number")).ToHaveTextAsync("42");
        await Expect(ada.Page.Locator("pre code")).ToHaveTextAsync("let answer = 42; // always");
        await Expect(ada.Page.Locator(".code-block")).ToHaveAttributeAsync("data-language", "js");
        var found = await ada.Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join('\n', found.Violations.SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))));

        await ada.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Copy code" }).ClickAsync();
        await ada.Page.WaitForFunctionAsync("async () => await navigator.clipboard.readText() === 'let answer = 42; // always'");
    }

    [Fact]
    public async Task A_finger_has_room_enough_to_copy_code()
    {
        await using var ada = await chat.SignUpAsync("ada", new(Width: 390, Height: 844));
        var room = await ada.CreateRoomAsync("Fingers");
        await ada.PostAsync(room, "```\nx\n```");
        var copy = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Copy code" });
        await Expect(copy).ToBeVisibleAsync();

        Assert.True(await copy.EvaluateAsync<bool>(
            """
            button => {
                const { left, top, width, height } = button.getBoundingClientRect();
                const [x, y] = [left + width / 2, top + height / 2];
                return [[0, 0], [-21, -21], [21, -21], [-21, 21], [21, 21]].every(([right, down]) => document.elementFromPoint(x + right, y + down) === button);
            }
            """));
    }

    [Fact]
    public async Task A_long_text_is_folded_until_somebody_wants_all_of_it_or_is_led_to_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Long");
        var sent = await ada.Api("POST", "/chat/messages", new { room_id = room, message = longText });
        var more = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Show more" });
        var less = ada.Page.GetByRole(AriaRole.Button, new() { Name = "Show less" });
        var text = ada.Page.Locator(".message .text");
        await Expect(more).ToBeVisibleAsync();
        var folded = (await text.BoundingBoxAsync())!;
        Assert.InRange(folded.Height, 300, 450);

        await more.FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(less).ToBeVisibleAsync();
        Assert.True((await text.BoundingBoxAsync())!.Height > 800);
        Assert.Equal(folded.Y, (await text.BoundingBoxAsync())!.Y, 1.0);
        await less.ClickAsync();
        await Expect(more).ToBeVisibleAsync();

        await ada.Page.GotoAsync($"/room/{room}#message-{sent.GetProperty("message").GetProperty("id").GetString()}");
        await ada.Page.ReloadAsync();
        await Expect(less).ToBeVisibleAsync();
    }
}
