using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room with everything around it, rendered once; scripts and islands keep it up to date.</summary>
public partial class RoomPage
{
    private Caller me = default!;
    private RoomSnapshot? room;

    [Parameter]
    public string RoomId { get; set; } = "";

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
            db, Presence, me, RoomId, RoomSnapshot.PageLength, Clock.GetUtcNow().ToUnixTimeMilliseconds(), Http.RequestAborted);
        if (room is null)
            Navigation.NotFound();
        else
            LastRoom.Remember(Http, RoomId);
    }
}
