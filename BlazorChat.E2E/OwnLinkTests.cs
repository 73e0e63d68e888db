using BlazorChat.E2E.Hosting;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A link to our own messages and rooms shows what the reader may see there.</summary>
public sealed class OwnLinkTests(Chat chat)
{
    [Fact]
    public async Task A_link_to_a_message_has_a_card_for_who_may_see_it_and_none_for_others()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var open = await ada.CreateRoomAsync("Open");
        var hidden = await ada.MakeRoomAsync("Hidden", "private");
        var said = (await ada.Api("POST", "/chat/messages", new { room_id = hidden, message = "the **secret**" })).GetProperty("message").GetProperty("id").GetString()!;
        await grace.OpenAsync(open);
        var address = new Uri(new Uri(ada.Page.Url), $"/room/{hidden}#message-{said}");

        await ada.Room.SayAsync($"see {address} and {new Uri(address, "/room/" + open)}");

        var (mine, theirs) = (ada.Page.Locator(".own-card"), grace.Page.Locator(".own-card"));
        await Expect(mine).ToHaveCountAsync(2);
        await Expect(mine.First).ToContainTextAsync("the secret");
        await Expect(theirs).ToHaveCountAsync(1);
        await Expect(theirs).ToContainTextAsync("#Open");

        // What it leads to changes, and so does the card.
        await ada.Api("PATCH", "/chat/messages/" + said, new { message = "no secret" });
        await Expect(mine.First).ToContainTextAsync("no secret");
        await mine.First.Locator("a").ClickAsync();
        await ada.Page.IsAtAsync("/room/" + hidden);
        await Expect(ada.Room.Message("no secret")).ToBeVisibleAsync();
        await ada.OpenAsync(open);
        await Expect(mine).ToHaveCountAsync(2);
        await ada.Api("DELETE", "/chat/messages/" + said);
        await Expect(mine).ToHaveCountAsync(1);

        Assert.DoesNotContain("secret", await grace.Page.ContentAsync(), StringComparison.Ordinal);
    }
}
