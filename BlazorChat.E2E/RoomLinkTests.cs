using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Rooms that a text names lead there, for those who may see them.</summary>
public sealed class RoomLinkTests(Chat chat)
{
    private const string Links = ".text .room-mention";

    [Fact]
    public async Task A_room_that_a_text_names_is_a_link_for_who_may_see_it_and_a_word_for_others()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var open = await ada.CreateRoomAsync("Open");
        var hidden = await ada.MakeRoomAsync("Hidden", "private");
        var word = (await ada.Api("GET", "/chat/room/" + hidden)).GetProperty("name").GetString()!.ToLowerInvariant().Replace(' ', '-');
        await grace.OpenAsync(open);

        await ada.Room.SayAsync($"**Not here** but in #{word}, or #{open}. `#{open}`");

        await Expect(ada.Page.Locator(Links)).ToHaveTextAsync(["#" + word, "#" + open]);
        await Expect(grace.Page.Locator(Links)).ToHaveTextAsync(["#" + open]);
        await Expect(grace.Room.Messages.Last).ToContainTextAsync($"in #{word}, or");
        Assert.DoesNotContain(hidden, await grace.Page.ContentAsync(), StringComparison.Ordinal);

        // Who is let in has a link, without another page.
        await ada.Api("PUT", $"/chat/room/{hidden}/members/{await grace.UserIdAsync()}", new { role = "member" });
        await Expect(grace.Page.Locator(Links)).ToHaveTextAsync(["#" + word, "#" + open]);
        await grace.Page.Locator(Links).First.ClickAsync();
        await grace.Page.IsAtAsync("/room/" + hidden);
        await Expect(grace.Room.Composer).ToBeVisibleAsync();

        // Who is taken out again has a word.
        await grace.OpenAsync(open);
        await Expect(grace.Page.Locator(Links)).ToHaveCountAsync(2);
        await ada.Api("DELETE", $"/chat/room/{hidden}/members/{await grace.UserIdAsync()}");
        await Expect(grace.Page.Locator(Links)).ToHaveTextAsync(["#" + open]);
    }

    [Fact]
    public async Task A_private_room_is_completed_and_linked_for_those_who_are_in_it_alone()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var name = "plans-" + Guid.NewGuid().ToString("N")[..6];
        var room = await ada.CreateRoomAsync("Links");
        var hidden = (await ada.Api("POST", "/chat/rooms", new { name = name + " hidden", kind = "private" })).GetProperty("id").GetString()!;
        await ada.Api("POST", "/chat/rooms", new { name = name + " open", kind = "public" });
        await grace.OpenAsync(room);

        await grace.Room.Composer.PressSequentiallyAsync("#" + name);
        await Expect(RoomsFor(grace).Locator(".name")).ToHaveTextAsync([name + " open"]);
        await grace.Page.Keyboard.PressAsync("Escape"); // a field that offers something is no text box
        await ada.Room.Composer.PressSequentiallyAsync($"see #{name}-h");
        await Expect(RoomsFor(ada)).ToHaveCountAsync(1);
        await Expect(RoomsFor(ada)).ToContainTextAsync("private");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync($"see #{name}-hidden ");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(ada.Page.Locator(Links)).ToHaveTextAsync($"#{name}-hidden");
        await Expect(grace.Room.Message($"see #{name}-hidden")).ToBeVisibleAsync();
        await Expect(grace.Page.Locator(Links)).ToHaveCountAsync(0);
        Assert.DoesNotContain(hidden, await grace.Page.ContentAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_room_with_a_name_of_any_script_is_completed_linked_previewed_and_edited()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Links");
        var name = "общий-" + Guid.NewGuid().ToString("N")[..6];
        var other = (await ada.Api("POST", "/chat/rooms", new { name, kind = "public", id = "room-" + Guid.NewGuid().ToString("N")[..8] })).GetProperty("id").GetString()!;

        await ada.Room.Composer.FocusAsync();
        await ada.Page.Keyboard.TypeAsync("в #" + name[..^1]);
        await Expect(ada.Page.GetByRole(AriaRole.Listbox, new() { Name = "Rooms" })).ToContainTextAsync(name);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync($"в #{name} ");
        await ada.Page.Keyboard.PressAsync("Control+Alt+p");
        await Expect(ada.Page.Locator(".text-preview .room-mention")).ToHaveTextAsync("#" + name);
        await ada.Page.Keyboard.PressAsync("Enter");

        var link = ada.Room.Messages.Locator(".room-mention");
        await Expect(link).ToHaveTextAsync("#" + name);
        await Expect(ada.Page.Locator(".message[data-id] .room-mention")).ToHaveCountAsync(1); // what is on its way cannot be edited
        await ada.Room.Composer.PressAsync("ArrowUp");
        await Expect(ada.Page.Locator("form.edit textarea")).ToHaveValueAsync("в #" + name);
        await ada.Page.Locator("form.edit textarea").FillAsync($"в #{name} и #{room}");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(link).ToHaveTextAsync(["#" + name, "#" + room]);
        await link.First.ClickAsync();
        await ada.Page.IsAtAsync("/room/" + other);
    }

    private static ILocator RoomsFor(Person person) => person.Page.GetByRole(AriaRole.Listbox, new() { Name = "Rooms" }).GetByRole(AriaRole.Option);
}
