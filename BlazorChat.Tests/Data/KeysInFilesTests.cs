using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>A data folder from before keys lay in the database.</summary>
public sealed class KeysInFilesTests : IDisposable
{
    private const string Before = "20261128120453_Pins";

    private readonly string data = Path.Combine(Path.GetTempPath(), "blazorchat-" + Guid.NewGuid().ToString("N"));

    [Fact]
    public async Task After_the_update_sign_ins_access_tokens_and_cursors_serve_on()
    {
        Browser browser;
        ChatClient ada;
        string personal, room, cursor;
        await using (var before = NewApp())
        {
            await before.InitializeAsync();
            browser = await Browser.SignUpAsync(before, "grace");
            ada = await before.SignUpAsync("ada");
            room = await ada.CreateRoomAsync();
            cursor = (await ada.HistoryAsync(room)).Cursor;
            await ada.SayAsync(room, "Nobody has read this yet");
            personal = (await ada.PostAsync("/auth/tokens", new { name = "A script", scope = "read" }))["token"].GetString()!;
            await ReturnToFilesAsync(before);
        }

        await using var after = NewApp();
        after.StartServer();
        var address = after.CreateClient().BaseAddress!;

        Assert.Equal(ada.Username, await AskAsync(address, "Authorization", $"Bearer {ada.AccessToken}"));
        Assert.Equal(ada.Username, await AskAsync(address, "Authorization", $"Bearer {personal}"));
        Assert.Equal(browser.Client.Username, await AskAsync(address, "Cookie", browser.Cookies.GetCookieHeader(address)));
        using var http = Http(address);
        var renewed = await new ChatClient(http).PostAsync("/auth/refresh", new { refresh_token = ada.RefreshToken });
        http.DefaultRequestHeaders.Authorization = new("Bearer", renewed["access_token"].GetString());
        await using var stream = await new ChatClient(http).OpenStreamAsync(room, cursor);
        Assert.Equal("Nobody has read this yet", (await stream.NextMessageAsync()).Text);
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private ChatApp NewApp() => new([], data, isOnPostgres: false);

    private async Task ReturnToFilesAsync(ChatApp app)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct);
        var keys = Directory.CreateDirectory(Path.Combine(data, "keys"));
        foreach (var key in await db.DataProtectionKeys.ToListAsync(ct))
            await File.WriteAllTextAsync(Path.Combine(keys.FullName, $"{key.FriendlyName}.xml"), key.Xml, ct);
        await File.WriteAllBytesAsync(Path.Combine(data, "token.key"), (await db.Secrets.SingleAsync(s => s.Name == Secret.TokenKey, ct)).Value, ct);
        await db.GetService<IMigrator>().MigrateAsync(Before, ct);
    }

    private static async Task<string?> AskAsync(Uri chat, string header, string value)
    {
        using var http = Http(chat);
        http.DefaultRequestHeaders.Add(header, value);
        return (await new ChatClient(http).GetAsync("/auth/me"))["username"].GetString();
    }

    private static HttpClient Http(Uri chat) => new(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = chat, Timeout = Patience.Limit };
}
