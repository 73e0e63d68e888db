using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Live;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>What room this is, and what can be done with it.</summary>
public partial class RoomHeader
{
    private RoomState? given;
    private RoomState room = default!;
    private int memberCount;
    private string? error;
    private MudMenu? menu;

    /// <summary>As the page found it; afterwards live events keep it up to date.</summary>
    [Parameter, EditorRequired]
    public RoomState State { get; set; } = default!;

    [Parameter, EditorRequired]
    public int MemberCount { get; set; }

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Parameter]
    public bool IsAdministrator { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override string? Room => room.Id;

    private string Address => $"/chat/room/{room.Id}";

    private bool HasMenu => room.Member || room.MayManage;

    private string MembersLabel => memberCount == 1 ? "1 member" : $"{memberCount} members";

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, State))
            return;
        (given, room, memberCount, error) = (State, State, MemberCount, null);
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        switch (name)
        {
            case "room" when Read<RoomChange>(data) is var change && change.RoomId == room.Id:
                if (change.Room is null)
                    Navigation.NavigateTo("/");
                else
                    Become(room.With(change.Room));
                return true;
            case "member" when Read<MemberChange>(data) is var change && change.RoomId == room.Id:
                if (change.UserId == Me)
                    OnMyRole(change.Role);
                return await CountAsync();
            case "block" when Read<BlockChange>(data) is var change && change.UserId == room.Other?.UserId:
                room = room with { HasBlocked = change.Blocked };
                Navigation.Refresh(); // whether I may write here is the composer's to say
                return true;
            case "reset":
                return await CountAsync();
            default:
                return false;
        }
    }

    private void OnMyRole(RoomRole? role)
    {
        if (role is null && room.Kind != RoomKind.Public)
            Navigation.NavigateTo("/");
        else
            Become(room.WithRole(role, IsAdministrator));
    }

    // What the composer, the timeline and the member list offer follows from these: the page is asked for anew, in place.
    private void Become(RoomState next)
    {
        var isOther = (next.Archived, next.MayManage, next.MayOwn) != (room.Archived, room.MayManage, room.MayOwn);
        room = next;
        if (isOther)
            Navigation.Refresh();
    }

    // A change of role looks like a joining: only the server knows how many there are.
    private async Task<bool> CountAsync()
    {
        if ((await Live.RequestAsync(HttpMethod.Get, Address + "/members")).Read<MembersAnswer>() is { Members: { } members })
            memberCount = members.Count;
        return true;
    }

    private async Task JoinAsync() => Show(await Live.RequestAsync(HttpMethod.Post, Address + "/join"));

    private async Task ToggleArchivedAsync() =>
        Show(await Live.RequestAsync(HttpMethod.Patch, Address, new { archived = !room.Archived }));

    private Task EditAsync() => ShowAsync<EditRoomDialog>("Edit room", new DialogParameters<EditRoomDialog>
    {
        { dialog => dialog.RoomId, room.Id }, { dialog => dialog.Name, room.Name }, { dialog => dialog.Topic, room.Topic },
    });

    private async Task LeaveAsync()
    {
        if (room.Kind != RoomKind.Public)
            await ConfirmAsync("Leave this room?", "You will not see it again unless someone adds you.", "Leave", HttpMethod.Post, "/leave");
        else
            Show(await Live.RequestAsync(HttpMethod.Post, Address + "/leave"));
    }

    private Task DeleteAsync() => ConfirmAsync(
        "Delete this room?", $"“{room.Name}” goes with everything that was ever said in it. This cannot be undone.",
        "Delete room", HttpMethod.Delete, "");

    private async Task ToggleBlockAsync()
    {
        var url = $"/chat/blocks/{Uri.EscapeDataString(room.Other!.UserId)}";
        if (room.HasBlocked)
            Show(await Live.RequestAsync(HttpMethod.Delete, url));
        else
            await AskAsync($"Block {room.Name}?", "You will not write to each other, and what they say elsewhere is folded for you.",
                "Block", () => Live.RequestAsync(HttpMethod.Put, url));
    }

    private Task ConfirmAsync(string title, string question, string verb, HttpMethod method, string path)
    {
        var url = Address + path;
        return AskAsync(title, question, verb, () => Live.RequestAsync(method, url));
    }

    private Task AskAsync(string title, string question, string verb, Func<Task<Answer>> act) =>
        ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Question, question }, { dialog => dialog.Verb, verb }, { dialog => dialog.Act, act },
        });

    // The menu gives the focus back when it closes: before the dialog takes it, not after.
    private async Task ShowAsync<TDialog>(string title, DialogParameters<TDialog> parameters) where TDialog : IComponent
    {
        if (menu is not null)
            await menu.CloseMenuAsync();
        await Dialogs.ShowAsync<TDialog>(title, parameters);
    }

    private void Show(Answer answer) => error = answer.Error;

    private sealed record RoomChange(string RoomId, RoomView? Room);

    private sealed record BlockChange(string UserId, bool Blocked);

    private sealed record MemberChange(string RoomId, string UserId, RoomRole? Role);

    private sealed record MembersAnswer(IReadOnlyList<MemberView>? Members);
}
