using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Notifications while a page is open. The browser's own are recorded, since nothing shows them here.</summary>
public sealed class NotificationTests(Chat chat)
{
    private const string Recorded = """
        globalThis.told = [];
        globalThis.Notification = class {
            static permission = 'default';
            static asked = 0;
            static async requestPermission() { this.asked++; return this.permission = 'granted'; }
            constructor(title, options) { told.push(Object.assign(this, { title, ...options, open: true })); }
            close() { this.open = false; this.onclose?.(); }
        };
        """;

    [Fact]
    public async Task A_message_elsewhere_is_told_once_and_leads_there_and_is_gone_when_it_is_read()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        await ada.Context.AddInitScriptAsync(Recorded);
        var room = await ada.MakeRoomAsync("News");
        await ada.OpenAsync("general");
        await ada.Page.Locator(".me-button").ClickAsync();
        await ada.Page.GetByLabel("Show them on this device").CheckAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.Keyboard.PressAsync("Escape");

        await grace.PostAsync(room, "Hello from afar");
        await ada.Page.WaitForFunctionAsync("() => told.length === 1");
        Assert.Equal("Hello from afar", await ada.Page.EvaluateAsync<string>("() => told[0].body"));
        Assert.Equal(1, await ada.Page.EvaluateAsync<int>("() => Notification.asked"));

        await ada.Page.EvaluateAsync("() => told[0].onclick()");
        await Expect(ada.Room.Message("Hello from afar")).ToBeInViewportAsync();
        await grace.PostAsync(room, "and seen at once");
        await Expect(ada.Room.Message("and seen at once")).ToBeInViewportAsync();
        await Expect(ada.Room.Link(room)).ToHaveAttributeAsync("data-unread", "0");

        await ada.Room.Link("general").ClickAsync();
        await Expect(ada.Room.Link("general")).ToHaveAttributeAsync("aria-current", "page");
        await grace.PostAsync(room, "Elsewhere again");
        await ada.Page.WaitForFunctionAsync("() => told.length === 2");
        Assert.Equal("Elsewhere again", await ada.Page.EvaluateAsync<string>("() => told[1].body"));
        var newest = (await ada.Api("GET", $"/chat/room/{room}/history?limit=1")).GetProperty("messages")[0].GetProperty("id").GetString();
        await ada.Api("POST", $"/chat/room/{room}/read", new { message_id = newest });
        await ada.Page.WaitForFunctionAsync("() => !told[1].open");
    }
}
