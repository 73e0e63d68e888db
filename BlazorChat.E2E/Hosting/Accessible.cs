using Deque.AxeCore.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>What axe finds wrong with what is on the screen.</summary>
internal static class Accessible
{
    public static async Task HasNoSeriousViolationAsync(this Person person)
    {
        // Half faded in, a text has another colour than the one it is meant to have.
        await person.Page.EvaluateAsync(
            "() => Promise.all(document.getAnimations().filter(a => a.effect.getComputedTiming().endTime < Infinity).map(a => a.finished.catch(() => {})))");
        var result = await person.Page.RunAxe();
        Assert.Equal("", string.Join('\n', result.Violations
            .Where(v => v.Impact is "serious" or "critical")
            .SelectMany(v => v.Nodes.Select(n => $"{v.Id}: {v.Help}: {n.Html}"))));
    }
}
