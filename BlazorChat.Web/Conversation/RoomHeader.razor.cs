using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Blocks;
using BlazorChat.Web.Features.Invites;
using BlazorChat.Web.Features.Moderation;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Conversation;

/// <summary>What room this is, and what can be done with it.</summary>
public partial class RoomHeader
{
    private RoomState? given;
    private RoomState room = default!;
    private int memberCount;
    private string? error;
    private MudMenu? menu;
    private SilenceEnd silence = default!;

    /// <summary>As the page found it; afterwards live events keep it up to date.</summary>
    [Parameter, EditorRequired]
    public RoomState State { get; set; } = default!;

    [Parameter, EditorRequired]
    public int MemberCount { get; set; }

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override string? Room => room.Id;

    private string Address => $"/chat/room/{room.Id}";

    private bool HasMenu => room.Rights.Role is not null || room.Rights.MayManage;

    private string MembersLabel => memberCount == 1 ? "1 member" : $"{memberCount} members";

    private string ReportsLabel => room.OpenReports == 1 ? "1 report" : $"{room.OpenReports} reports";

    protected override void OnInitialized() => silence = new SilenceEnd(
        Clock, () => _ = InvokeAsync(() => Become(room with { SilencedUntil = null })));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, State))
            return;
        (given, room, memberCount, error) = (State, State, MemberCount, null);
        silence.Await(room.SilencedUntil);
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        switch (name)
        {
            case "room" when Read<RoomEvent>(data) is var change && change.RoomId == room.Id:
                if (change.Room is null)
                    Navigation.NavigateTo("./");
                else
                    Become(room.With(change.Room));
                return true;
            case "silence" when Read<MuteEvent>(data) is var change && change.RoomId == room.Id && change.UserId == Me:
                Become(room with { SilencedUntil = change.Until });
                silence.Await(change.Until);
                return true;
            case "report" when Read<ReportEvent>(data) is var change && change.RoomId == room.Id:
                room = room with { OpenReports = change.Open };
                return true;
            case "member" when Read<MemberEvent>(data) is var change && change.RoomId == room.Id:
                if (change.UserId == Me && room.WithRole(change.Role) is var mine)
                {
                    if (!mine.Rights.MaySee)
                        return false; // that the room is out of sight is told next
                    Become(mine);
                }
                return await CountAsync();
            case "block" when Read<BlockEvent>(data) is var change && change.UserId == room.Other?.UserId:
                room = room with { HasBlocked = change.Blocked };
                Navigation.Refresh(); // whether I may write here is the composer's to say
                return true;
            case "profile" when Read<ProfileEvent>(data) is var profile && profile.UserId == room.Other?.UserId:
                var other = room.Other.With(profile);
                room = room with { Name = other.Name, Other = other };
                return true;
            case "dialog" when room.Rights.MayManage && Read<DialogEvent>(data) is var wanted:
                await (wanted.Dialog switch
                {
                    "invites" => ShowInvitesAsync(),
                    "settings" => ShowSettingsAsync(),
                    _ => Task.CompletedTask,
                });
                return false;
            case "reset":
                await CountReportsAsync();
                return await LookAgainAsync();
            default:
                return false;
        }
    }

    // What the composer, the timeline and the member list offer follows from these: the page is asked for anew, in place.
    private void Become(RoomState next)
    {
        var isOther = next.OffersOther(room);
        room = next;
        if (isOther)
            Navigation.Refresh();
    }

    protected override void Cease() => silence.Dispose();

    // A change of role looks like a joining: only the server knows how many there are.
    private async Task<bool> CountAsync()
    {
        if ((await Live.RequestAsync(HttpMethod.Get, Address + "/members")).Read<MembersPage>() is { Members: { } members })
            memberCount = members.Count;
        return true;
    }

    // What changed meanwhile was told to nobody here.
    private async Task<bool> LookAgainAsync()
    {
        var now = await Live.RequestAsync(HttpMethod.Get, Address);
        if (now.Status == 404)
            Navigation.NavigateTo("./");
        if (!now.IsSuccess || now.Read<MyRoomView>() is not { } view)
            return false;
        var members = (await Live.RequestAsync(HttpMethod.Get, Address + "/members")).Read<MembersPage>()?.Members;
        memberCount = members?.Count ?? memberCount;
        var until = members is null ? room.SilencedUntil : members.FirstOrDefault(member => member.UserId == Me)?.SilencedUntil;
        silence.Await(until);
        Become(room.With(view).WithRole(view.Role) with { SilencedUntil = until });
        return true;
    }

    private async Task CountReportsAsync()
    {
        if (room.Rights.MayManage && (await Live.RequestAsync(HttpMethod.Get, Address + "/reports")).Read<ReportsPage>() is { Reports: { } reports })
            room = room with { OpenReports = reports.Length };
    }

    private async Task JoinAsync() => Show(await Live.RequestAsync(HttpMethod.Post, Address + "/join"));

    private Task ShowSettingsAsync() => ShowAsync<RoomSettingsDialog>("Room settings", new DialogParameters<RoomSettingsDialog>
    {
        { dialog => dialog.Room, room },
    });

    private Task ShowInvitesAsync() => ShowAsync<InvitesDialog>("Invite people", new DialogParameters<InvitesDialog>
    {
        { dialog => dialog.RoomId, room.Id },
    });

    private Task ShowReportsAsync() => ShowAsync<ReportsDialog>("Reports", new DialogParameters<ReportsDialog>
    {
        { dialog => dialog.RoomId, room.Id }, { dialog => dialog.Me, Me },
    });

    private async Task LeaveAsync()
    {
        if (!room.Rights.IsOpen)
            await ShowAsync<ConfirmDialog>("Leave this room?", new DialogParameters<ConfirmDialog>
            {
                { dialog => dialog.Question, "You will not see it again unless someone adds you." }, { dialog => dialog.Verb, "Leave" },
                { dialog => dialog.Act, () => Live.RequestAsync(HttpMethod.Post, Address + "/leave") },
            });
        else
            Show(await Live.RequestAsync(HttpMethod.Post, Address + "/leave"));
    }

    private async Task ToggleBlockAsync()
    {
        var url = $"/chat/blocks/{Uri.EscapeDataString(room.Other!.UserId)}";
        if (room.HasBlocked)
            Show(await Live.RequestAsync(HttpMethod.Delete, url));
        else
            await ShowAsync<ConfirmDialog>($"Block {room.Name}?", new DialogParameters<ConfirmDialog>
            {
                { dialog => dialog.Question, "You will not write to each other, and what they say elsewhere is folded for you." },
                { dialog => dialog.Verb, "Block" }, { dialog => dialog.Act, () => Live.RequestAsync(HttpMethod.Put, url) },
            });
    }

    // The menu gives the focus back when it closes: before the dialog takes it, not after.
    private async Task ShowAsync<TDialog>(string title, DialogParameters<TDialog> parameters) where TDialog : IComponent
    {
        if (menu is not null)
            await menu.CloseMenuAsync();
        await Dialogs.ShowAsync<TDialog>(title, parameters);
    }

    private void Show(Answer answer) => error = answer.Error;
}
