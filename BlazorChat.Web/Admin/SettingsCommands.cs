using System.Text.Json;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Account;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Admin;

/// <summary>Changes settings while the chat runs, for every node and every later start.</summary>
internal sealed class SettingsCommands(LogWriter log, RunTimeSettings settings)
{
    public async Task<Result<SettingValues>> ChangeAsync(Caller caller, ChangeSettings change)
    {
        var changed = await log.AdministerAsync<Done>(caller, async (append, ct) =>
        {
            var stored = await append.Db.Settings.ToDictionaryAsync(s => s.Key, ct);
            var before = settings.Current.With(stored.Values);
            var wanted = change.ToStored();
            if (before.With(wanted).Check() is { } why)
                return why;
            var values = before.ToJson();
            foreach (var setting in wanted.Where(setting => values[setting.Key]!.ToJsonString() != setting.Value))
            {
                if (stored.TryGetValue(setting.Key, out var known))
                    known.Value = setting.Value;
                else
                    append.Db.Settings.Add(setting);
                append.Log(RunTimeSettings.Changed, null, caller.UserId, setting.Key);
                append.Audit(caller, "settings.change", detail: $"{setting.Key}: {values[setting.Key]} → {setting.Value.Trim('"')}");
            }
            return default(Done);
        });
        if (changed.Refusal is { } refusal)
            return refusal;
        await settings.LoadAsync(CancellationToken.None);
        return settings.Current;
    }
}

/// <summary>Fields that are absent stay as they are.</summary>
internal sealed record ChangeSettings
{
    public RegistrationMode? Registration { get; init; }

    public int? MessageLength { get; init; }

    public int? MessagesPerSecond { get; init; }

    public int? Burst { get; init; }

    public int? StreamsPerUser { get; init; }

    internal IReadOnlyList<Setting> ToStored() =>
    [
        .. JsonSerializer.SerializeToNode(this, ChatJson.Options)!.AsObject()
            .Where(value => value.Value is not null)
            .Select(value => new Setting { Key = value.Key, Value = value.Value!.ToJsonString() }),
    ];
}
