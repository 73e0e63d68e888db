using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Hosting;

public sealed class RestartTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "blazorchat-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task Readers_come_back_to_a_new_server_with_token_and_cursor_and_miss_nothing()
    {
        string token, cursor;
        await using (var before = await StartAsync())
        {
            var ada = await before.SignUpAsync("ada");
            cursor = (await ada.HistoryAsync("general")).Cursor;
            await ada.SayAsync("general", "Before");
            token = ada.AccessToken;
        }

        await using var after = await StartAsync();
        var again = after.Showing(token);
        await using var stream = await again.OpenStreamAsync("general", cursor: cursor);
        await again.SayAsync("general", "After");

        Assert.Equal("Before", (await stream.NextMessageAsync()).Text);
        Assert.Equal("After", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task Stopping_ends_streams_and_does_not_wait_until_it_has_to_break_them_off()
    {
        var app = await StartAsync();
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync();
        var ended = stream.ToEndAsync();

        await app.DisposeAsync();

        // Broken off, it would throw.
        await ended;
    }

    [Fact]
    public async Task After_a_backup_was_restored_as_documented_an_old_cursor_means_load_afresh()
    {
        string token, cursor;
        await using (var before = await StartAsync())
        {
            var ada = await before.SignUpAsync("ada");
            await ada.SayAsync("general", "In the backup");
            token = ada.AccessToken;
            cursor = (await ada.HistoryAsync("general")).Cursor;
            await using var db = await before.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);
            await db.LogState.ExecuteUpdateAsync(set => set.SetProperty(state => state.Epoch, "restored"), TestContext.Current.CancellationToken);
        }

        await using var after = await StartAsync();
        await using var stream = await after.Showing(token).OpenStreamAsync("general", cursor: cursor);

        Assert.Equal(stream.Ready.GetProperty("cursor").GetString(), (await stream.NextAsync("reset"))["cursor"].GetString());
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private async Task<ChatApp> StartAsync()
    {
        var app = new NamelessChatApp(data);
        await app.InitializeAsync();
        return app;
    }

    private sealed class NamelessChatApp(string data) : ChatApp([], data)
    {
        protected override bool HasAdmin => false;
    }
}
