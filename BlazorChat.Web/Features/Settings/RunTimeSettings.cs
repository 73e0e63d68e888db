using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Settings;

/// <summary>
/// Settings that administrators may change while the chat runs. Where they have not, the configuration counts. They are read
/// at the start, and again after every change, on whichever node it was made.
/// </summary>
public sealed class RunTimeSettings(
    IOptions<RegistrationOptions> registration, IOptions<LimitOptions> limits, IOptions<RateLimitOptions> rates,
    IDbContextFactory<ChatDb> databases) : IHostedService, IOnCommitted, IDisposable
{
    /// <summary>Subject: the setting's key.</summary>
    public static readonly EntryKind Changed = new(31);

    // One read at a time: the last one has read the newest values.
    private readonly SemaphoreSlim loading = new(1);
    private readonly SettingValues configured = SettingValues.Of(registration.Value, limits.Value, rates.Value);
    private volatile SettingValues? current;

    public SettingValues Current => current ?? configured;

    public IReadOnlyList<EntryKind> Kinds { get; } = [Changed];

    public Task CommittedAsync(LogEntry entry, CancellationToken ct) => LoadAsync(ct);

    // The tail has begun by now: it reports every change from here on, and the settings are read again.
    public Task StartAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task LoadAsync(CancellationToken ct)
    {
        await loading.WaitAsync(ct);
        try
        {
            await using var db = await databases.CreateDbContextAsync(ct);
            current = configured.With(await db.Settings.AsNoTracking().ToListAsync(ct));
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();
}
