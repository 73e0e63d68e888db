using System.Text.Json;
using BlazorChat.Tests.Features.Rooms;

namespace BlazorChat.Tests.Features.Threads;

/// <summary>The one table of what is unread in a thread, as the server counts it. The browser's own test reads it, too.</summary>
public sealed class UnreadThreadCasesTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly JsonElement[] table = SharedCases.In("unread-thread-cases.json");

    public static TheoryData<string> Cases => [.. table.Select(one => one.GetProperty("case").GetString()!)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_server_counts_as_the_table_says(string name)
    {
        var example = table.Single(one => one.GetProperty("case").GetString() == name);
        var acts = await UnreadActs.BeginAsync(app, example);
        var me = acts.Me;

        foreach (var act in example.GetProperty("acts").EnumerateArray())
        {
            await acts.DoAsync(act);
            if (act.TryGetProperty("reply", out _))
                Assert.Equal((act, !act.TryGetProperty("others", out _)), (act, (await me.ThreadAsync(acts.Root)).Following));
            var unread = (await me.FollowedAsync("unread=true")).Select(thread => new[] { thread.Unread, thread.Mentions }).SingleOrDefault([0, 0]);
            var wanted = act.GetProperty("is").EnumerateArray().Take(2).Select(number => number.GetInt32());
            Assert.Equal($"{act}: {string.Join(", ", wanted)}", $"{act}: {string.Join(", ", unread)}");
        }
    }
}
