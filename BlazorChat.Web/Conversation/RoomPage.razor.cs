using BlazorChat.Core.Users;
using BlazorChat.Web.Conversation.Side;
using BlazorChat.Web.Features.Rooms;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Conversation;

/// <summary>The page of a room. Rendered once; scripts keep it up to date.</summary>
public partial class RoomPage
{
    private RoomSnapshot? page;
    private RoomTab? shown;
    private SideView side = SideView.Nothing;
    private SearchView? search;

    [Parameter]
    public string RoomId { get; set; } = "";

    /// <summary>The id of the tab on the screen; null for the messages.</summary>
    [Parameter]
    public string? TabId { get; set; }

    /// <summary>The thread that is open beside the messages: its root, or a reply to show in it.</summary>
    [SupplyParameterFromQuery(Name = "thread")]
    public string? ThreadId { get; set; }

    /// <summary>What is open beside the messages: <c>threads</c>, the list of them, <c>activity</c>, <c>saved</c>, <c>search</c>, or nothing.</summary>
    [SupplyParameterFromQuery(Name = "side")]
    public string? SideName { get; set; }

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Query { get; set; }

    /// <summary>The reader's time zone, whose days a search means.</summary>
    [SupplyParameterFromQuery(Name = "tz")]
    public string? Zone { get; set; }

    /// <summary>The last one on the page before of what is listed beside the messages.</summary>
    [SupplyParameterFromQuery(Name = "before")]
    public string? Before { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private RoomSnapshots Snapshots { get; set; } = default!;

    [Inject]
    private SideViews Sides { get; set; } = default!;

    [Inject]
    private SearchViews Searches { get; set; } = default!;

    [Inject]
    private IEnumerable<RoomTab> Tabs { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task LoadAsync()
    {
        shown = Tabs.FirstOrDefault(tab => tab.Id == TabId);
        var me = Http.Features.GetRequiredFeature<Caller>();
        if (TabId is null || shown is not null)
            page = await Snapshots.TakeAsync(me, RoomId, shown is null && !IslandsOnly.AreAskedFor(Http) ? RoomSnapshot.PageLength : 0, Http.RequestAborted);
        if (page is null)
        {
            Navigation.NotFound();
            return;
        }
        if (IslandsOnly.AreAskedFor(Http))
            return;
        LastRoom.Remember(Http, RoomId);
        side = ThreadId is not null ? await Sides.ThreadAsync(me, RoomId, ThreadId, Http.RequestAborted)
            : SideName == "threads" ? await Sides.ThreadsAsync(me, Before, Http.RequestAborted)
            : SideName == "activity" ? await Sides.ActivityAsync(me, Before, Http.RequestAborted)
            : SideName == "saved" ? await Sides.SavedAsync(me, Before, Http.RequestAborted)
            : SideView.Nothing;
        if (SideName == "search")
            search = await Searches.ReadAsync(me, Query, Before, Zone, Http.RequestAborted);
    }
}
