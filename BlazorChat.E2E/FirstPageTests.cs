using System.Collections.Concurrent;
using System.Text.Json;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What opening a room costs in requests and bytes. How long it takes depends on the line and the machine.</summary>
public sealed class FirstPageTests(Chat chat)
{
    [Fact]
    public async Task A_page_of_fifty_messages_stays_within_its_budget()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Budget");
        for (var i = 0; i < 50; i++)
            await ada.PostAsync(room, $"Message {i}: the quick brown fox jumps over the lazy dog, **as usual**, near https://example.org/{i}.");

        var cold = await OpenAsync(ada, room);
        Assert.True(cold.Count <= 40, $"{cold.Count} requests: {string.Join(", ", cold)}");
        Assert.True(cold.Sum(request => request.Bytes) <= 450_000, $"Too many bytes: {string.Join(", ", cold)}");

        var warm = await OpenAsync(ada, room);
        Assert.True(warm.Count <= 15, $"{warm.Count} requests: {string.Join(", ", warm)}");
        Assert.DoesNotContain(warm, request => request.Address.EndsWith(".js", StringComparison.Ordinal) || request.Address.Contains(".css", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_sent_before_the_scripts_are_there_goes_out_once_and_what_is_typed_stays()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await grace.CreateRoomAsync("Early");
        var come = new TaskCompletionSource();
        await ada.Page.RouteAsync("**/bundle/chat.*.js", async route =>
        {
            await come.Task;
            await route.ContinueAsync();
        });
        await ada.Page.GotoAsync("room/" + room, new() { WaitUntil = WaitUntilState.Commit });

        await ada.Room.Composer.PressSequentiallyAsync("By the key");
        await ada.Room.Composer.PressAsync("Enter");
        await ada.Room.Composer.PressSequentiallyAsync("By the button");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();
        await ada.Room.Composer.PressSequentiallyAsync("Not finished");
        come.SetResult();

        await Expect(grace.Room.Message("By the button")).ToBeVisibleAsync();
        await ada.Room.IsReadyAsync();
        foreach (var person in new[] { ada, grace })
            await Expect(person.Room.Messages.Locator(".text")).ToHaveTextAsync(["By the key", "By the button"]);
        await Expect(ada.Room.Composer).ToHaveValueAsync("Not finished");
    }

    /// <returns>The requests that went over the line.</returns>
    private static async Task<IReadOnlyList<(string Address, double Bytes)>> OpenAsync(Person person, string room)
    {
        var tab = await person.NewTabAsync();
        var network = await person.Context.NewCDPSessionAsync(tab);
        var asked = new ConcurrentDictionary<string, string>();
        var bytes = new ConcurrentDictionary<string, double>();
        network.Event("Network.requestWillBeSent").OnEvent += (_, e) => asked[Id(e)] = Property(e, "request").GetProperty("url").GetString()!;
        network.Event("Network.requestServedFromCache").OnEvent += (_, e) => asked.TryRemove(Id(e), out string? _);
        network.Event("Network.responseReceived").OnEvent += (_, e) =>
        {
            if (Property(e, "response").TryGetProperty("fromDiskCache", out var cached) && cached.GetBoolean())
                asked.TryRemove(Id(e), out string? _);
        };
        network.Event("Network.loadingFinished").OnEvent += (_, e) => bytes[Id(e)] = Property(e, "encodedDataLength").GetDouble();
        await network.SendAsync("Network.enable");
        await tab.GotoAsync("room/" + room, new() { WaitUntil = WaitUntilState.Load });
        await new Pages.RoomPage(tab).IsReadyAsync();
        // Blazor asks last, when all else is there.
        await tab.EvaluateAsync("() => new Promise(done => { const look = () => performance.getEntriesByType('resource').some(one => one.name.includes('_blazor/')) ? done() : setTimeout(look, 20); look(); })");
        await tab.CloseAsync();
        return [.. asked.Where(one => one.Value.StartsWith("http", StringComparison.Ordinal)).Select(one => (one.Value, bytes.GetValueOrDefault(one.Key)))];
    }

    private static string Id(JsonElement? e) => e!.Value.GetProperty("requestId").GetString()!;

    private static JsonElement Property(JsonElement? e, string name) => e!.Value.GetProperty(name);
}
