using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Notices;

public sealed class NoticeSettingsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task They_follow_the_account_and_its_other_devices_are_told_live_and_in_replay()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var cursor = (await ada.HistoryAsync("general")).Cursor;
        Assert.Equal((null, null), await ChosenAsync(ada));
        await using var mine = await ada.OpenStreamAsync();
        await using var theirs = await grace.OpenStreamAsync();

        await SetAsync(ada, new { sound = "bell", quiet_from = "22:00", quiet_to = "07:30", paused_until = 5 });

        Assert.Equal("bell", (await mine.NextAsync("notices"))["sound"].GetString());
        Assert.Equal(("bell", "22:00"), await ChosenAsync(ada));
        Assert.Equal((null, null), await ChosenAsync(grace));
        await SetAsync(ada, new { sound = "none" });
        Assert.Equal(("none", null), await ChosenAsync(ada));
        await ada.SayAsync("general", "After");
        Assert.DoesNotContain(await theirs.UntilMessageAsync("After"), e => e.Name == "notices");
        var missed = (await ada.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray().Where(e => e.GetProperty("event").GetString() == "notices");
        Assert.All(missed, e => Assert.Equal("none", e.GetProperty("data").GetProperty("sound").GetString()));
    }

    [Theory]
    [InlineData("""{"sound":"trumpet"}""", "sound")]
    [InlineData("""{}""", "sound")]
    [InlineData("""{"sound":"none","quiet_from":"25:00","quiet_to":"07:00"}""", "quiet_from")]
    [InlineData("""{"sound":"none","quiet_from":"22:00","quiet_to":"seven"}""", "quiet_to")]
    [InlineData("""{"sound":"none","paused_until":-1}""", "paused_until")]
    [InlineData("""{"sound":"none","paused_until":1764350000000000}""", "paused_until")]
    [InlineData("""{"sound":"none","paused_until":9223372036854775807}""", "paused_until")]
    public async Task Nonsense_is_refused(string body, string field)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PutAsync("/chat/notices", System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(body));

        Assert.Equal(400, refused.Status);
        Assert.Equal([field], refused.Errors);
    }

    [Fact]
    public async Task A_deleted_account_leaves_none()
    {
        var browser = await Browser.SignUpAsync(app, "joan");
        await browser.Client.IntroduceAsync();
        await SetAsync(browser.Client, new { sound = "drop" });

        await browser.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password));

        await using var db = app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        Assert.False(await db.Set<NoticeSettings>().AnyAsync(s => s.UserId == browser.Client.UserId, TestContext.Current.CancellationToken));
    }

    private static async Task SetAsync(ChatClient client, object settings) =>
        Assert.Equal(204, (await client.PutAsync("/chat/notices", settings)).Status);

    private static async Task<(string? Sound, string? From)> ChosenAsync(ChatClient client)
    {
        var now = await client.GetAsync("/chat/notices");
        return (now["sound"].GetString(), now["quiet_from"].GetString());
    }
}
