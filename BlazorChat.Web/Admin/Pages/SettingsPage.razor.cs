using BlazorChat.Core;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>Settings that can be changed while the chat runs.</summary>
public partial class SettingsPage
{
    private bool isOpen;
    private int messageLength, messagesPerSecond, burst, streamsPerUser;
    private bool isSaved;
    private Refusal? refused;

    [Inject]
    private RunTimeSettings Settings { get; set; } = default!;

    [Inject]
    private SettingsCommands Keeper { get; set; } = default!;

    protected override void OnInitialized()
    {
        var now = Settings.Current;
        isOpen = now.Registration == RegistrationMode.Open;
        (messageLength, messagesPerSecond, burst, streamsPerUser) =
            (now.MessageLength, now.MessagesPerSecond, now.Burst, now.StreamsPerUser);
    }

    private string? ErrorOf(string field) => refused?.Field == field ? refused.Detail : null;

    private Task OpenAsync(bool open)
    {
        isOpen = open;
        return ChangeAsync(new ChangeSettings { Registration = open ? RegistrationMode.Open : RegistrationMode.Closed });
    }

    private Task SaveAsync() => ChangeAsync(new ChangeSettings
    {
        MessageLength = messageLength,
        MessagesPerSecond = messagesPerSecond,
        Burst = burst,
        StreamsPerUser = streamsPerUser,
    });

    private async Task ChangeAsync(ChangeSettings change)
    {
        if (await AskAsync() is not { } caller)
            return;
        refused = (await Keeper.ChangeAsync(caller, change)).Refusal;
        isSaved = refused is null;
        isOpen = Settings.Current.Registration == RegistrationMode.Open;
    }
}
