using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Listing;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Conversation;

/// <summary>What was shared in a room. Rendered once; a script asks for it anew when that changes.</summary>
public partial class RoomFilesPage
{
    private RoomFilesQuery query = new(PageLength.Default);
    private RoomFilesPart found = new([], false);

    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    private string? Name { get; set; }

    [SupplyParameterFromQuery]
    private string? Before { get; set; }

    private protected override int Messages => 0;

    // Later than the snapshot: what came between is told live once more, and changes nothing.
    private protected override async Task ReadAsync(ChatDb db)
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
