using Deque.AxeCore.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>What axe finds wrong with what is on the screen.</summary>
internal static class Accessible
{
    public static async Task HasNoSeriousViolationAsync(this Person person)
    {
        var result = await person.Page.RunAxe();
        Assert.Empty(result.Violations
            .Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}")));
    }
}
