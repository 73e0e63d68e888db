using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>The files of a room. Rendered once; a script asks for it again when they change.</summary>
public partial class FilesTab
{
    private RoomFilesQuery query = new(PageLength.Default);
    private RoomFilesPart found = new([], false);

    [Parameter, EditorRequired]
    public ShownRoom Room { get; set; } = default!;

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

    // Read after the room around it. Events between the two are delivered once more, which changes nothing.
    protected override async Task LoadAsync()
    {
        var asked = RoomFilesQuery.Of(PageLength.Default, Kind, Name, Before);
        if (asked.Refusal is null)
            query = asked.Value;
        await using var db = await Databases.CreateDbContextAsync(Http.RequestAborted);
        var part = await FileQueries.ReadAsync(db, Room.Id, query, Http.RequestAborted);
        if (part.Refusal is not null) // the file that the page was to begin after has been deleted
        {
            query = query with { Before = null };
            part = await FileQueries.ReadAsync(db, Room.Id, query, Http.RequestAborted);
        }
        found = part.Value;
    }
}
