using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Drafts;

/// <summary>Keeps what someone has begun to write. What was saved last counts, on whatever device.</summary>
public sealed class DraftCommands(LogWriter log, RunTimeSettings settings)
{
    // Any text that may become a message is kept: an emoji has two UTF-16 characters.
    private int Most => Math.Max(Draft.MaxLength, 2 * settings.Current.MessageLength);

    /// <returns>The draft as it is now; without text, there is none.</returns>
    public Task<Result<DraftView>> SaveAsync(Caller caller, string roomId, SaveDraft request) => log.AppendAsync<DraftView>(async (append, ct) =>
    {
        if (await RoomGate.LookAsync(append, caller, roomId, ct) is not { } access)
            return Refusal.NotFound;
        var text = Visible.IsIn(request.Text!) ? request.Text!.Replace("\0", "", StringComparison.Ordinal) : "";
        if (text.Length > Most)
            return Refusal.Invalid("text", $"A draft has at most {Most:N0} characters.");
        long threadId = 0;
        if (request.ThreadId is not null)
        {
            var place = await ThreadPlace.FindAsync(append.ToRead, access.Room.Id, request.ThreadId, ct);
            if (place.Refusal is { } noThread)
                return noThread;
            threadId = place.Value.RootId;
        }
        var drafts = append.Beside.Set<Draft>();
        var draft = await drafts.FindAsync([caller.UserId, access.Room.Id, threadId], ct);
        if ((draft?.Text ?? "") == text)
            return draft is null ? DraftView.None(access.Room.Id, threadId, append.NextPosition - 1) : DraftView.Of(draft);
        draft ??= drafts.Add(Draft.Begin(caller.UserId, access.Room.Id, threadId)).Entity;
        draft.Save(text, append.NextPosition);
        if (text.Length == 0)
            drafts.Remove(draft);
        append.Log(DraftEvents.Changed, access.Room.Id, caller.UserId, caller.UserId, threadId.ToString(CultureInfo.InvariantCulture));
        return DraftView.Of(draft);
    });
}

/// <param name="Text">As it stands in the field; blank: there is no draft any more.</param>
/// <param name="ThreadId">The thread in which it is written; null: in the room itself.</param>
public sealed record SaveDraft([Needed] string? Text, string? ThreadId = null);
