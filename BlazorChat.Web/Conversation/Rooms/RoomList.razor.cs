using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Direct;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Conversation.Rooms;

/// <summary>My rooms and direct rooms, with their unread counts.</summary>
public partial class RoomList
{
    private IReadOnlyList<RoomListItem>? given;
    private RoomLines lines = default!;
    private RoomMenu? menu;
    private string filter = "";
    private bool knowsAll;
    private string? error;

    /// <summary>The state when the page was loaded. After that, live events keep it up to date.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<RoomListItem> Rooms { get; set; } = [];

    /// <summary>The room on the screen.</summary>
    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    /// <summary>Whether its messages are on the screen.</summary>
    [Parameter]
    public bool ShowsMessages { get; set; } = true;

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    /// <summary>The ids of those whom I have blocked.</summary>
    [Parameter]
    public string[] Blocked { get; set; } = [];

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    private IEnumerable<Section> Sections => new Section[]
    {
        new("rooms-pinned", "Pinned", Those(room => room is { Member: true, Pinned: true })),
        new("rooms-mine", "Rooms", Those(room => room is { Member: true, Pinned: false, Kind: not RoomKind.Direct }),
            new SectionAct("Browse rooms", Icons.Material.Rounded.TravelExplore, BrowseAsync)),
        new("rooms-direct", "Direct messages", Those(room => room is { Member: true, Pinned: false, Kind: RoomKind.Direct }),
            new SectionAct("New message", Icons.Material.Rounded.EditNote, WriteAsync, "Write to one person")),
        new("rooms-others", "Other rooms", Those(room => !room.Member)),
    }.Where(section => section.Rooms.Count > 0 || section.Act is not null);

    // Rooms that I am not in are found by searching, because there may be very many.
    private IEnumerable<RoomListItem> Shown => lines.All
        .Where(room => room.Member || room.Id == RoomId || (filter.Length > 0 && !room.Archived))
        .Where(room => room.IsFoundBy(filter.Trim()))
        .OrderBy(room => room.Name, StringComparer.OrdinalIgnoreCase);

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, Rooms))
            return;
        (given, knowsAll) = (Rooms, false);
        lines = new RoomLines(Me, Blocked);
        lines.Load(Rooms);
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        if (name == "dialog")
        {
            await (Read<DialogEvent>(data).Dialog switch
            {
                "browse" => BrowseAsync(),
                "create" => CreateAsync(),
                _ => Task.CompletedTask,
            });
            return false;
        }
        var effect = lines.Apply(name, data);
        if (effect == RoomLines.Effect.Outdated)
            await ReloadAsync();
        return effect != RoomLines.Effect.None;
    }

    // The page brought only those that I am in.
    private async Task LookAtAllAsync()
    {
        if (filter.Length == 0 || knowsAll)
            return;
        knowsAll = true;
        await ReloadAsync();
    }

    private List<RoomListItem> Those(Func<RoomListItem, bool> which) => [.. Shown.Where(which)];

    private async Task ReloadAsync()
    {
        if ((await Live.RequestAsync(HttpMethod.Get, "/chat/rooms")).Read<RoomsPage>() is not { Rooms: { } now })
            return;
        foreach (var begun in lines.Load(now.Select(room => RoomListItem.Of(room, Me))))
            await MeetAsync(begun);
    }

    // Presence is told when it changes. For a person who is new in the list, it must be asked for once.
    private async Task MeetAsync(RoomListItem direct)
    {
        var answer = await Live.RequestAsync(HttpMethod.Get, $"/chat/room/{direct.Id}/members");
        if (answer.Read<MembersPage>()?.Members?.FirstOrDefault(member => member.UserId == direct.Other!.UserId) is { } other)
            lines.Meet(other.UserId, other.Status);
    }

    private Task CreateAsync() => Dialogs.ShowAsync<CreateRoomDialog>(
        "New room", new DialogParameters<CreateRoomDialog> { { dialog => dialog.Name, filter.Trim() } });

    private Task BrowseAsync() => Dialogs.ShowAsync<BrowseRoomsDialog>("Browse rooms");

    private Task WriteAsync() => Dialogs.ShowAsync<NewDirectDialog>(
        "New message", new DialogParameters<NewDirectDialog> { { dialog => dialog.Me, Me } });

    private sealed record Section(string Id, string Title, List<RoomListItem> Rooms, SectionAct? Act = null);

    /// <param name="Offer">What the section is for; shown while it is empty.</param>
    private sealed record SectionAct(string Label, string Icon, Func<Task> Run, string? Offer = null);
}
