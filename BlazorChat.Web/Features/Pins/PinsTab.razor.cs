using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Pins;

/// <summary>A room's pinned messages. Rendered once; a script asks for it again when they change.</summary>
public partial class PinsTab
{
    private IReadOnlyList<MessageView> pinned = [];
    private bool mayPin;

    [Parameter, EditorRequired]
    public ShownRoom Room { get; set; } = default!;

    [CascadingParameter]
    private HttpContext Http { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ChatDb> Databases { get; set; } = default!;

    // Read after the room around it. Events between the two are delivered once more, which changes nothing.
    protected override async Task LoadAsync()
    {
        mayPin = Room.Access.MayPost(Room.Now);
        await using var db = await Databases.CreateDbContextAsync(Http.RequestAborted);
        pinned = await PinQueries.OfAsync(db, Room.Id, Http.RequestAborted);
    }
}
