using System.Xml.Linq;
using BlazorChat.Web.Data;
using BlazorChat.Web.Data.Starting;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

public sealed class KeysTests : IDisposable
{
    private static readonly byte[] OldTokenKey = [.. Enumerable.Range(0, 64).Select(n => (byte)n)];

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("blazorchat-");

    [Fact]
    public async Task The_keys_are_in_the_database_and_stay_the_same()
    {
        byte[] first;
        await using (var app = await StartAsync())
            first = app.Services.GetRequiredService<Keys>().TokenKey;
        await using var again = await StartAsync();

        Assert.Equal(64, first.Length);
        Assert.Equal(first, again.Services.GetRequiredService<Keys>().TokenKey);
        Assert.Single(await DataProtectionKeysAsync(again));
        Assert.False(File.Exists(Path.Combine(data.FullName, "token.key")));
    }

    [Fact]
    public async Task Keys_that_an_earlier_version_kept_as_files_are_taken_over()
    {
        var folder = data.CreateSubdirectory("keys");
        var protectedThen = DataProtectionProvider.Create(folder, builder => builder.SetApplicationName("BlazorChat"))
            .CreateProtector("test").Protect("A cookie of then");
        await File.WriteAllBytesAsync(Path.Combine(data.FullName, "token.key"), OldTokenKey, TestContext.Current.CancellationToken);

        await using var app = await StartAsync();

        Assert.Equal(OldTokenKey, app.Services.GetRequiredService<Keys>().TokenKey);
        Assert.Equal("A cookie of then", app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Unprotect(protectedThen));
        Assert.Equal(
            folder.GetFiles().Select(file => (string)XDocument.Load(file.FullName).Root!.Attribute("id")!),
            (await DataProtectionKeysAsync(app)).Select(xml => (string)XElement.Parse(xml).Attribute("id")!));
    }

    public void Dispose() => data.Delete(recursive: true);

    private async Task<ChatApp> StartAsync()
    {
        var app = new ChatApp([], data.FullName, isOnPostgres: false);
        await app.InitializeAsync();
        return app;
    }

    private static async Task<List<string>> DataProtectionKeysAsync(ChatApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
        return await db.DataProtectionKeys.Select(key => key.Xml!).ToListAsync();
    }
}
