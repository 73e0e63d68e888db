using System.Globalization;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Pins;

internal static class PinQueries
{
    /// <returns>A room's pinned messages, the newest pin first.</returns>
    public static async Task<IReadOnlyList<MessageView>> OfAsync(ChatDb db, string roomId, CancellationToken ct)
    {
        var pinned = db.Messages.Where(m => m.RoomId == roomId && m.PinPosition != null);
        var order = await pinned.OrderByDescending(m => m.PinPosition).Select(m => m.Id).ToListAsync(ct);
        var messages = (await MessageQueries.ReadAsync(db, pinned, ct)).ToDictionary(message => message.Id);
        return [.. order.Select(id => messages.GetValueOrDefault(id.ToString(CultureInfo.InvariantCulture))).OfType<MessageView>()];
    }
}
