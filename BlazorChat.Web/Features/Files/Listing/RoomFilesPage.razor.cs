using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>What was shared in a room. Rendered once; a script asks for it anew when that changes.</summary>
public partial class RoomFilesPage
{
    private Caller me = default!;
    private RoomSnapshot? room;
    private RoomFilesQuery query = new(PageLength.Default);
    private RoomFilesPart found = new([], false);

    [Parameter]
    public string RoomId { get; set; } = "";

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Name { get; set; }

    [SupplyParameterFromQuery]
    private string? Before { get; set; }

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ChatDb> Databases { get; set; } = default!;

    [Inject]
    private PresenceBoard Presence { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        me = Http.Features.GetRequiredFeature<Caller>();
        await using var db = await Databases.CreateDbContextAsync(Http.RequestAborted);
        room = await RoomSnapshot.TakeAsync(
            db, Presence, me, RoomId, messages: 0, Clock.GetUtcNow().ToUnixTimeMilliseconds(), Http.RequestAborted);
        if (room is null)
        {
            Navigation.NotFound();
            return;
        }
        LastRoom.Remember(Http, RoomId);
        await ReadAsync(db);
    }

    // Later than the snapshot: what came between is told live once more, and changes nothing.
    private async Task ReadAsync(ChatDb db)
    {
        var asked = RoomFilesQuery.Of(PageLength.Default, Kind, Name, Before);
        if (asked.Refusal is null)
            query = asked.Value;
        var part = await RoomFiles.ReadAsync(db, RoomId, query, Http.RequestAborted);
        if (part.Refusal is not null) // the file that the page was to begin after is deleted
        {
            query = query with { Before = null };
            part = await RoomFiles.ReadAsync(db, RoomId, query, Http.RequestAborted);
        }
        found = part.Value;
    }
}
