using BlazorChat.Web.Ui;
using System.Globalization;
using BlazorChat.Core.Invites;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Invites;

/// <summary>A room's invite links: making, copying and revoking them.</summary>
public partial class InvitesDialog
{
    private static readonly (int Value, string Words)[] Durations =
        [(3600, "1 hour"), (24 * 3600, "1 day"), (InviteTerms.DefaultSeconds, "7 days"), (InviteTerms.MaxSeconds, "30 days")];

    private static readonly (int Value, string Words)[] Counts =
        [(0, "anyone with the link"), (1, "1 person"), (5, "5 people"), (25, "25 people"), (100, "100 people")];

    private List<InviteView> invites = [];
    private ElementReference list;
    private int seconds = InviteTerms.DefaultSeconds;
    private int uses;
    private bool isLoaded;
    private bool isBusy;
    private string? copied;
    private string? error;

    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    [Inject]
    private LiveModule Live { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private string Address => $"/chat/room/{RoomId}/invites";

    protected override async Task OnInitializedAsync()
    {
        var answer = await Live.RequestAsync(HttpMethod.Get, Address);
        error = answer.Error;
        invites = [.. answer.Read<InvitesPage>()?.Invites ?? []];
        isLoaded = true;
    }

    private async Task MakeAsync()
    {
        if (isBusy)
            return;
        isBusy = true;
        var answer = await Live.RequestAsync(
            HttpMethod.Post, Address, new { expires_in = seconds, max_uses = uses == 0 ? (int?)null : uses });
        isBusy = false;
        error = answer.Error;
        if (answer.Read<InviteView>() is { } made)
            invites.Insert(0, made);
    }

    private async Task CopyAsync(InviteView invite) => copied = await Live.CopyAsync(invite.Url) ? invite.InviteId : null;

    private async Task RevokeAsync(InviteView invite)
    {
        var answer = await Live.RequestAsync(HttpMethod.Delete, $"{Address}/{invite.InviteId}");
        error = answer.Status == 404 ? null : answer.Error;
        if (error is not null)
            return;
        invites.Remove(invite);
        // The button that had the focus was removed together with its link.
        await LiveModule.FocusAsync(list);
    }

    private string About(InviteView invite)
    {
        var used = invite.MaxUses is { } most
            ? string.Create(CultureInfo.InvariantCulture, $"{invite.Uses} of {most} used")
            : string.Create(CultureInfo.InvariantCulture, $"{invite.Uses} joined");
        return $"{used} · {TimeLeft.Until(invite.ExpiresAt, Clock)} left · by {invite.CreatedBy}";
    }
}
