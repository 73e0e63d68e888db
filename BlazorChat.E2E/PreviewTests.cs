using BlazorChat.E2E.Hosting;
using BlazorChat.Load;
using BlazorChat.Load.Client;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class PreviewTests(Chat chat)
{
    private const int Many = 60;

    [Fact]
    public async Task A_preview_comes_without_a_jump_is_seen_at_the_end_and_goes_when_its_author_removes_it()
    {
        await using var server = new ChatProcess(new Dictionary<string, string>(ChatProcess.WithoutLimits)
        {
            ["Chat__LinkPreviews__Enabled"] = "true",
            ["Chat__LinkPreviews__AllowPrivateNetworks"] = "true",
        });
        await server.StartAsync();
        using var site = new OtherSite();
        var there = new PersonOptions(Via: server.Address);
        await using var ada = await chat.SignUpAsync("ada", there);
        await using var grace = await chat.SignUpAsync("grace", there);
        var room = await ada.MakeRoomAsync("Previews");
        for (var n = 1; n <= Many; n++)
            await ada.PostAsync(room, $"message {n} of many");
        await ada.OpenAsync(room);
        await grace.OpenAsync(room);

        // Above what is being read.
        var held = grace.Room.Message($"message {Many - 30} ");
        await held.ScrollIntoViewIfNeededAsync();
        await held.EvaluateAsync("one => one.scrollIntoView({ block: 'start' })");
        var before = (await held.BoundingBoxAsync())!.Y;
        var id = await grace.Room.Message($"message {Many - 33} ").GetAttributeAsync("data-id");
        await ada.Api("PATCH", $"/chat/messages/{id}", new { message = $"above {site.Address}above" });
        await Expect(grace.Room.Message("above").Locator(".link-card")).ToHaveCountAsync(1);
        Assert.InRange((await held.BoundingBoxAsync())!.Y, before - 2, before + 2);

        // At the end, where one follows.
        await grace.Room.Timeline.EvaluateAsync("timeline => timeline.scrollTop = 0");
        await ada.Room.SayAsync($"at the end {site.Address}end");
        var card = grace.Room.Message("at the end").Locator(".link-card");
        await Expect(card.GetByRole(AriaRole.Link, new() { Name = "Elsewhere" })).ToBeInViewportAsync(new() { Ratio = 1 });
        Assert.Equal(0, await grace.Room.Timeline.EvaluateAsync<double>("timeline => timeline.scrollTop"));
        await Expect(card.GetByRole(AriaRole.Button)).ToBeHiddenAsync();

        await ada.Room.ActAsync("at the end", "previews");
        await Expect(card).ToHaveCountAsync(0);
        await Expect(ada.Room.Message("at the end").Locator(".link-card")).ToHaveCountAsync(0);
        await Expect(grace.Room.Message("above").Locator(".link-card")).ToHaveCountAsync(1);
    }
}
