using System.Globalization;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A page of a list of messages from all rooms.</summary>
/// <param name="Messages">In the order of the list.</param>
/// <param name="HasMore">Whether there are older ones: ask again with <c>before</c>, the id of the last one here.</param>
public sealed record MessagesPage(IReadOnlyList<MessageView> Messages, bool HasMore)
{
    /// <param name="db">Where they are read.</param>
    /// <param name="ids">In the order of the list; one more than the limit if there are more.</param>
    /// <param name="limit">How many the page has at most.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<MessagesPage> ReadAsync(ChatDb db, IReadOnlyList<long> ids, int limit, CancellationToken ct)
    {
        var page = ids.Take(limit).ToArray();
        var messages = (await MessageQueries.ReadAsync(db, db.Messages.Where(m => page.Contains(m.Id)), ct)).ToDictionary(message => message.Id);
        return new MessagesPage([.. page.Select(id => messages[id.ToString(CultureInfo.InvariantCulture)])], ids.Count > limit);
    }
}
