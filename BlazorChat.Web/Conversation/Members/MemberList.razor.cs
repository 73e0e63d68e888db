using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Conversation.Members;

/// <summary>The members of the room, those who are online first. Of many, only the first; all of them are in a dialog.</summary>
public partial class MemberList
{
    private static readonly (PresenceStatus Status, string Title)[] Groups =
        [(PresenceStatus.Online, "Here"), (PresenceStatus.Away, "Away"), (PresenceStatus.Offline, "Offline")];

    private FirstMembers? given;
    private MemberLines lines = default!;
    private string? error;

    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    /// <summary>The state when the page was loaded. After that, live events keep it up to date.</summary>
    [Parameter, EditorRequired]
    public FirstMembers Members { get; set; } = FirstMembers.None;

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    /// <summary>What I may do with other members.</summary>
    [Parameter]
    public RoomRights Rights { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    protected override string? Room => RoomId;

    private string Address => $"/chat/room/{RoomId}/members";

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, Members))
            return;
        given = Members;
        lines = new MemberLines(RoomId);
        lines.Load(Members);
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        if (name == "dialog")
        {
            if (Read<DialogEvent>(data) is { Dialog: "member", UserId: { } wanted })
                await ManageAsync(wanted);
            return false;
        }
        var effect = lines.Apply(name, data);
        return effect == MemberLines.Effect.Outdated ? await ReloadAsync() : effect == MemberLines.Effect.Changed;
    }

    private Task AddAsync() => Dialogs.ShowAsync<AddMemberDialog>(
        "Add people", new DialogParameters<AddMemberDialog> { { dialog => dialog.RoomId, RoomId } });

    private Task ShowAllAsync() => Dialogs.ShowAsync<AllMembersDialog>("Members", new DialogParameters<AllMembersDialog>
    {
        { dialog => dialog.RoomId, RoomId }, { dialog => dialog.Me, Me }, { dialog => dialog.Rights, Rights },
    });

    private async Task ManageAsync(string userId)
    {
        var member = lines.Find(userId) ?? (await AskAsync("?user_id=" + Uri.EscapeDataString(userId)))?.Members.SingleOrDefault();
        if (member is not null && Rights.MayManage(member, Me))
            await MemberDialog.OpenAsync(Dialogs, RoomId, member, Rights, Me);
    }

    private async Task<bool> ReloadAsync()
    {
        var room = RoomId;
        if (await AskAsync($"?limit={FirstMembers.Most}") is not { } now || room != RoomId)
            return false;
        lines.Load(new FirstMembers([.. now.Members], now.Counts));
        return true;
    }

    private async Task<MembersPage?> AskAsync(string query) =>
        (await Live.RequestAsync(HttpMethod.Get, Address + query)).Read<MembersPage>();
}
