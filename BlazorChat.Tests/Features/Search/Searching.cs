using System.Text.Json;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Search;

/// <summary>Searches as a program makes them.</summary>
internal static class Searching
{
    /// <summary>Searches, and is answered.</summary>
    /// <param name="client">Who searches.</param>
    /// <param name="q">What for.</param>
    /// <param name="more">Further parameters, with an ampersand before each.</param>
    public static async Task<SearchJson> SearchAsync(this ChatClient client, string q, string more = "")
    {
        var reply = await client.TrySearchAsync(q, more);
        Assert.True(reply.Status == 200, $"{q}: {reply}");
        return reply.Read<SearchJson>();
    }

    public static Task<Reply> TrySearchAsync(this ChatClient client, string q, string more = "") =>
        client.GetAsync($"/chat/search?q={Uri.EscapeDataString(q)}{more}");

    /// <summary>Waits until the index has everything that was said, also before there was an index.</summary>
    public static async Task UntilIndexedAsync(this ChatApp app)
    {
        using var patience = Patience.Begin();
        var databases = app.Services.GetRequiredService<IDbContextFactory<ChatDb>>();
        await using var db = await databases.CreateDbContextAsync(patience.Token);
        await app.Services.GetRequiredService<SearchFollower>().ReachAsync((await db.HeadAsync(patience.Token)).Position, patience.Token);
        while ((await SearchProgress.ReadAsync(databases, patience.Token)).Percent < 100)
            await Task.Yield();
    }
}

public sealed record SearchJson(ResultJson[] Results, bool HasMore)
{
    public string[] Texts => [.. Results.Select(result => result.Message.Text)];
}

public sealed record ResultJson(MessageJson Message, JsonElement Room, int[][] Marks);
