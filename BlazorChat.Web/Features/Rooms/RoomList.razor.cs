using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Direct;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>My rooms and conversations with what is unread in them, and myself.</summary>
public partial class RoomList
{
    private Dictionary<string, RoomListItem> rooms = [];
    private IReadOnlyList<RoomListItem>? given;
    private RoomMenu? menu;
    private string filter = "";
    private string? error;

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

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private IEnumerable<Section> Sections => new Section[]
    {
        new("rooms-pinned", "Pinned", Those(room => room is { Member: true, Pinned: true })),
        new("rooms-mine", "Rooms", Those(room => room is { Member: true, Pinned: false, Kind: not RoomKind.Direct }),
            new SectionAct("Browse rooms", Icons.Material.Rounded.TravelExplore, BrowseAsync)),
        new("rooms-direct", "Direct messages", Those(room => room is { Member: true, Pinned: false, Kind: RoomKind.Direct }),
            new SectionAct("New message", Icons.Material.Rounded.EditNote, WriteAsync)),
        new("rooms-others", "Other rooms", Those(room => !room.Member)),
    }.Where(section => section.Rooms.Count > 0 || section.Act is not null);

    // Rooms that I am not in are found by asking for them: there may be a great many.
    private IEnumerable<RoomListItem> Shown => rooms.Values
        .Where(room => room.Member || room.Id == RoomId || (filter.Length > 0 && !room.Archived))
        .Where(room => room.Name.Contains(filter.Trim(), StringComparison.OrdinalIgnoreCase))
        .OrderBy(room => room.Name, StringComparer.OrdinalIgnoreCase);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, Rooms))
            return;
        given = Rooms;
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
                return Change(message.RoomId, room => room.Received(message.Number, message.UserId != Me, message.Addresses(Me)));
            case "message_edited" or "message_deleted":
                // Which unread messages mention me may have changed, and only the server can tell.
                var changed = Read<MessageData>(data);
                return (changed.Addresses(Me) || rooms.GetValueOrDefault(changed.RoomId)?.Mentions > 0) && await ReloadAsync();
            case "read":
                var mark = Read<ReadData>(data);
                return Change(mark.RoomId, room => room.ReadUpTo(mark.Number)) &&
                    (rooms[mark.RoomId].Unread == 0 || await ReloadAsync() || true);
            case "marked_unread":
                return Change(Read<RoomData>(data).RoomId, room => room with { IsHeld = true });
            case "preferences":
                var wish = Read<PreferencesData>(data);
                return Change(wish.RoomId, room => room with { Notify = wish.Notify, Pinned = wish.Pinned, Muted = wish.Muted });
            case "room":
                var change = Read<RoomChange>(data);
                return change.Room is null ? rooms.Remove(change.RoomId)
                    : Change(change.RoomId, room => room.With(change.Room)) || await ReloadAsync();
            case "member":
                return Read<MemberChange>(data).UserId == Me && await ReloadAsync();
            case "presence":
                var told = Read<PresenceData>(data);
                presence = told.UserId == Me ? told.Status : presence;
                return told.UserId == Me || Meets(told);
            case "reset":
                return await ReloadAsync();
            default:
                return false;
        }
    }

    private List<RoomListItem> Those(Func<RoomListItem, bool> which) => [.. Shown.Where(which)];

    private bool Meets(PresenceData told) =>
        rooms.Values.FirstOrDefault(room => room.Other?.UserId == told.UserId) is { } direct &&
        Change(direct.Id, room => room with { Status = told.Status });

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
        var known = rooms;
        rooms = now.ToDictionary(room => room.Id, room => RoomListItem.Of(room, Me).After(known.GetValueOrDefault(room.Id)));
        foreach (var begun in rooms.Values.Where(room => room.Other is not null && !known.ContainsKey(room.Id)).ToList())
            await MeetAsync(begun);
        return true;
    }

    // Presence is told when it changes: of someone new it has to be asked for once.
    private async Task MeetAsync(RoomListItem direct)
    {
        var answer = await Live.RequestAsync(HttpMethod.Get, $"/chat/room/{direct.Id}/members");
        if (answer.Read<MembersAnswer>()?.Members?.FirstOrDefault(member => member.UserId == direct.Other!.UserId) is { } other)
            Change(direct.Id, room => room with { Status = other.Status });
    }

    private Task CreateAsync() => Dialogs.ShowAsync<CreateRoomDialog>(
        "New room", new DialogParameters<CreateRoomDialog> { { dialog => dialog.Name, filter.Trim() } });

    private Task BrowseAsync() => Dialogs.ShowAsync<BrowseRoomsDialog>("Browse rooms");

    private Task WriteAsync() => Dialogs.ShowAsync<NewDirectDialog>(
        "New message", new DialogParameters<NewDirectDialog> { { dialog => dialog.Me, Me } });

    private sealed record Section(string Id, string Title, List<RoomListItem> Rooms, SectionAct? Act = null);

    private sealed record SectionAct(string Label, string Icon, Func<Task> Run);

    private sealed record MessageData(string RoomId, long Number, string UserId, IReadOnlyList<string>? Mentions)
    {
        public bool Addresses(string user) => Mentions?.Contains(user) == true;
    }

    private sealed record RoomData(string RoomId);

    private sealed record ReadData(string RoomId, long Number);

    private sealed record PreferencesData(string RoomId, NotificationLevel Notify, bool Pinned, bool Muted);

    private sealed record RoomChange(string RoomId, RoomView? Room);

    private sealed record MemberChange(string RoomId, string UserId, RoomRole? Role);

    private sealed record PresenceData(string UserId, PresenceStatus Status);

    private sealed record RoomsAnswer(IReadOnlyList<MyRoomView>? Rooms);

    private sealed record MembersAnswer(IReadOnlyList<MemberView>? Members);
}
