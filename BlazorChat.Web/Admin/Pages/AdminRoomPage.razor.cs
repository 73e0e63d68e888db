using BlazorChat.Web.Features.Rooms;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>One room: its settings and members, without its messages.</summary>
public partial class AdminRoomPage
{
    private AdminRoomView? room;
    private IReadOnlyList<MemberView> members = [];
    private bool isLoaded;
    private string? error;

    [Parameter]
    public string RoomId { get; set; } = "";

    [Inject]
    private AdminRoomQueries Rooms { get; set; } = default!;

    [Inject]
    private AdminRoomCommands Administration { get; set; } = default!;

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (await AskAsync() is null)
            return;
        room = await Rooms.FindAsync(RoomId, CancellationToken.None);
        members = await Rooms.MembersAsync(RoomId, CancellationToken.None) ?? [];
        isLoaded = true;
    }

    private async Task EnterAsync()
    {
        if (await ConfirmAsync(
            new("Enter this room?", "You become a member and see everything that was said. Everyone in the room is told that you entered as an administrator.", "Enter"),
            async (caller, _) => (await Administration.EnterAsync(caller, RoomId)).Refusal))
            Navigation.NavigateTo("room/" + RoomId, forceLoad: true);
    }

    private async Task ToggleArchivedAsync()
    {
        if (await AskAsync() is not { } caller)
            return;
        error = (await Administration.ArchiveAsync(caller, RoomId, !room!.Archived)).Refusal?.Detail;
        await LoadAsync();
    }

    private async Task DeleteAsync()
    {
        if (await ConfirmAsync(
            new("Delete this room?", $"“{room!.Name}” goes with everything that was ever said in it. This cannot be undone.", "Delete room", ReasonWanted.Welcome),
            async (caller, reason) => (await Administration.DeleteAsync(caller, RoomId, reason)).Refusal))
            Navigation.NavigateTo("admin/rooms");
    }

    private async Task TransferAsync(MemberView member)
    {
        if (await ConfirmAsync(
            new("Hand the room over?", $"{member.Name} becomes its only owner; who owned it before moderates it.", "Hand over"),
            async (caller, _) => (await Administration.TransferAsync(caller, RoomId, member.UserId)).Refusal))
            await LoadAsync();
    }
}
