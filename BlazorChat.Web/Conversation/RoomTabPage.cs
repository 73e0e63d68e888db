using BlazorChat.Core.Presence;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Conversation;

/// <summary>What the pages of a room have in common: who looks at it, and what is around it.</summary>
public abstract class RoomTabPage : ComponentBase
{
    [Parameter]
    public string RoomId { get; set; } = "";

    /// <summary>Null: there is no such room for whoever looks.</summary>
    private protected RoomSnapshot? Snapshot { get; private set; }

    private protected Caller Me { get; private set; } = default!;

    [CascadingParameter]
    private protected HttpContext Http { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ChatDb> Databases { get; set; } = default!;

    [Inject]
    private PresenceBoard Presence { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    /// <summary>How many of the newest messages it shows.</summary>
    private protected abstract int Messages { get; }

    protected override async Task OnInitializedAsync()
    {
        Me = Http.Features.GetRequiredFeature<Caller>();
        await using var db = await Databases.CreateDbContextAsync(Http.RequestAborted);
        Snapshot = await RoomSnapshot.TakeAsync(
            db, Presence, Me, RoomId, Messages, Clock.GetUtcNow().ToUnixTimeMilliseconds(), Http.RequestAborted);
        if (Snapshot is null)
        {
            Navigation.NotFound();
            return;
        }
        LastRoom.Remember(Http, RoomId);
        await ReadAsync(db);
    }

    /// <summary>Reads what else it shows.</summary>
    private protected virtual Task ReadAsync(ChatDb db) => Task.CompletedTask;
}
