using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Rooms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Conversation;

/// <summary>The page of a room. Rendered once; scripts and islands keep it up to date.</summary>
public partial class RoomPage
{
    private RoomSnapshot? page;
    private RoomTab? shown;

    [Parameter]
    public string RoomId { get; set; } = "";

    /// <summary>The id of the tab on the screen; null for the messages.</summary>
    [Parameter]
    public string? TabId { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private RoomSnapshots Snapshots { get; set; } = default!;

    [Inject]
    private IEnumerable<RoomTab> Tabs { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task LoadAsync()
    {
        shown = Tabs.FirstOrDefault(tab => tab.Id == TabId);
        var me = Http.Features.GetRequiredFeature<Caller>();
        if (TabId is null || shown is not null)
            page = await Snapshots.TakeAsync(me, RoomId, shown is null ? RoomSnapshot.PageLength : 0, Http.RequestAborted);
        if (page is null)
            Navigation.NotFound();
        else
            LastRoom.Remember(Http, RoomId);
    }
}
