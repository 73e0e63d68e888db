using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Settings;

/// <summary>
/// The settings that administrators may change while the chat runs. Where they did not, the configuration counts. The
/// log's tail has them read again whenever they change, wherever they were changed.
/// </summary>
public sealed class RunTimeSettings(IOptions<ChatOptions> options, IDbContextFactory<ChatDb> databases) : IDisposable
{
    // One after the other: whoever reads last has read the newest.
    private readonly SemaphoreSlim loading = new(1);
    private volatile SettingValues current = SettingValues.Of(options.Value);

    public SettingValues Current => current;

    public async Task LoadAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            current = SettingValues.Of(options.Value).With(await db.Settings.AsNoTracking().ToListAsync(ct));
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();
}
