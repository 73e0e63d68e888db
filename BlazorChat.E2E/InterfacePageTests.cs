using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>The page at <c>/openapi</c>, whose script is not ours: it keeps our policy and asks nothing of other hosts.</summary>
public sealed class InterfacePageTests(Chat chat)
{
    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(390, 844, true)]
    public async Task It_fits_asks_nobody_else_and_is_accessible(int width, int height, bool isDark)
    {
        // Anything against the policy would be an error in the console, and that fails the test.
        await using var ada = await chat.VisitAsync("ada", new PersonOptions(width, height, isDark));
        List<string> elsewhere = [];
        ada.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(chat.Server.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
                elsewhere.Add(request.Url);
        };

        await ada.Page.GotoAsync("openapi");

        await Expect(ada.Page.GetByRole(AriaRole.Heading, new() { Name = "BlazorChat", Exact = true })).ToBeVisibleAsync();
        // The script takes the colours of the system when it has begun.
        await Expect(ada.Page.Locator("body")).ToContainClassAsync(isDark ? "dark-mode" : "light-mode");
        Assert.False(await ada.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth"));
        Assert.Equal([], elsewhere);
        await ada.HasNoSeriousViolationAsync();
    }

    [Fact]
    public async Task An_operation_shows_what_it_takes_answers_and_refuses_with_examples()
    {
        await using var ada = await chat.VisitAsync("ada", new PersonOptions(1440, 900));

        await ada.Page.GotoAsync("openapi#tag/messages/POST/chat/messages");

        var operation = ada.Page.Locator("section[id$='tag/messages/POST/chat/messages']");
        foreach (var text in new[] { "/chat/messages", "room_id", "client_id", "Is this thing on?", "201", "409" })
            await Expect(operation).ToContainTextAsync(text);
    }
}
