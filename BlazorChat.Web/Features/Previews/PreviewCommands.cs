using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Previews;

/// <summary>Takes previews away from messages.</summary>
public sealed class PreviewCommands(LogWriter log)
{
    private static readonly Refusal NotYours = Refusal.Forbidden("Only its author or a moderator may remove a preview.");

    /// <param name="caller">The message's author, or a moderator.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="index">Which of the previews that it shows, from 0 on. If there is none, nothing changes.</param>
    /// <param name="url">Its link; another one at this place stays, because the places move up. Null: whatever is there.</param>
    public Task<Result<Done>> RemoveAsync(Caller caller, string messageId, int index, string? url) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await MessageCommands.FindAsync(append.Db, caller, messageId, ct) is not var (message, access))
            return Refusal.NotFound;
        if (!message.IsBy(caller.UserId) && !access.MayModerate)
            return NotYours;
        var shown = await append.Db.Set<LinkPreview>().Where(p => p.MessageId == message.Id && p.State == LinkPreviewState.Shown).ToDictionaryAsync(p => p.UrlKey, ct);
        if (MessageLinks.In(message.Parsed()).Where(link => shown.ContainsKey(link.Key)).ElementAtOrDefault(index) is not { } removed || (url ?? removed.Url) != removed.Url)
            return default(Done);
        shown[removed.Key].Remove();
        append.Log(PreviewEvents.Changed, message.RoomId, caller.UserId, message.Id, PreviewEvents.Removed);
        if (!message.IsBy(caller.UserId))
            append.Audit(caller, "preview.remove", await append.Db.Users.FindAsync([message.AuthorId], ct), access.Room,
                string.Create(CultureInfo.InvariantCulture, $"message {message.Id}"));
        return default(Done);
    });
}
