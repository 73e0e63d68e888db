using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>My rooms with what is unread in them, public rooms to look into, and myself.</summary>
public partial class RoomList
{
    private Dictionary<string, RoomListItem> rooms = [];
    private IReadOnlyList<RoomListItem>? given;
    private string filter = "";
    private string? displayName;
    private string? avatarUrl;

    // Whoever draws this page is here; the live stream corrects it if another of their tabs says otherwise.
    private PresenceStatus presence = PresenceStatus.Online;

    /// <summary>As the page found them; afterwards live events keep them up to date.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RoomListItem> Rooms { get; set; } = [];

    /// <summary>The room on the screen.</summary>
    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Parameter, EditorRequired]
    public string Username { get; set; } = "";

    [Parameter]
    public string? DisplayName { get; set; }

    [Parameter]
    public string? AvatarUrl { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private string MyName => displayName ?? Username;

    private IEnumerable<RoomListItem> Mine => Shown.Where(room => room.Member);

    private IEnumerable<RoomListItem> Others => Shown.Where(room => !room.Member && (!room.Archived || room.Id == RoomId));

    private IEnumerable<RoomListItem> Shown => rooms.Values
        .Where(room => room.Name.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderBy(room => room.Name, StringComparer.OrdinalIgnoreCase);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, Rooms))
            return;
        (given, displayName, avatarUrl) = (Rooms, DisplayName, AvatarUrl);
        rooms = Rooms.ToDictionary(room => room.Id);
    }

    // What came between drawing the page and listening was told to nobody.
    protected override async Task OnListeningAsync()
    {
        if (await ReloadAsync())
            StateHasChanged();
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        switch (name)
        {
            case "message":
                var message = Read<MessageData>(data);
                return Change(message.RoomId, room => room.Received(message.Number, counts: message.UserId != Me));
            case "read":
                var mark = Read<ReadData>(data);
                return Change(mark.RoomId, room => room.ReadUpTo(mark.Number));
            case "room":
                var change = Read<RoomChange>(data);
                return change.Room is null ? rooms.Remove(change.RoomId)
                    : Change(change.RoomId, room => room.With(change.Room)) || await ReloadAsync();
            case "member":
                return Read<MemberChange>(data).UserId == Me && await ReloadAsync();
            case "presence":
                return Read<PresenceData>(data) is var told && told.UserId == Me && (presence = told.Status) == told.Status;
            case "profile" when Read<ProfileData>(data) is var profile && profile.UserId == Me:
                (displayName, avatarUrl) = (profile.DisplayName, profile.AvatarUrl);
                return true;
            case "reset":
                return await ReloadAsync();
            default:
                return false;
        }
    }

    private bool Change(string roomId, Func<RoomListItem, RoomListItem> change)
    {
        if (!rooms.TryGetValue(roomId, out var room))
            return false;
        rooms[roomId] = change(room);
        return true;
    }

    private async Task<bool> ReloadAsync()
    {
        if ((await Live.RequestAsync(HttpMethod.Get, "/chat/rooms")).Read<RoomsAnswer>() is not { Rooms: { } now })
            return false;
        rooms = now.ToDictionary(
            room => room.Id, room => RoomListItem.Of(room) with { LastNumber = rooms.GetValueOrDefault(room.Id)?.LastNumber });
        return true;
    }

    private Task<IDialogReference> CreateAsync() => Dialogs.ShowAsync<CreateRoomDialog>(
        "New room", new DialogParameters<CreateRoomDialog> { { dialog => dialog.Name, filter.Trim() } });

    private sealed record MessageData(string RoomId, long Number, string UserId);

    private sealed record ReadData(string RoomId, long Number);

    private sealed record RoomChange(string RoomId, RoomView? Room);

    private sealed record MemberChange(string RoomId, string UserId, RoomRole? Role);

    private sealed record ProfileData(string UserId, string? DisplayName, string? AvatarUrl);

    private sealed record PresenceData(string UserId, PresenceStatus Status);

    private sealed record RoomsAnswer(IReadOnlyList<MyRoomView>? Rooms);
}
