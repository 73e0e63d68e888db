using BlazorChat.Core.Files;
using Microsoft.AspNetCore.Http.Extensions;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>Addresses of the page with a room's files, relative to the chat's root.</summary>
internal static class RoomFilesAddress
{
    public static string Of(string roomId, FileKind? kind = null, string name = "", string? before = null)
    {
        var asked = new QueryBuilder();
        if (kind is { } word)
            asked.Add("kind", RoomFilesQuery.WordFor(word));
        if (name.Length > 0)
            asked.Add("q", name);
        if (before is not null)
            asked.Add("before", before);
        return $"room/{Uri.EscapeDataString(roomId)}/files{asked}";
    }
}
