using System.Globalization;
using BlazorChat.Core.Messages;

namespace BlazorChat.Web.Features.Drafts;

/// <summary>What someone has begun to write, as they alone see it.</summary>
/// <param name="RoomId">The room.</param>
/// <param name="ThreadId">The message on whose thread it is written; null: in the room itself.</param>
/// <param name="Text">The text; empty: there is none any more.</param>
/// <param name="Version">Grows with each change: of two states, the one with the higher version is the newer.</param>
public sealed record DraftView(string RoomId, string? ThreadId, string Text, long Version)
{
    public static DraftView Of(Draft draft) => new(draft.RoomId, Id(draft.ThreadId), draft.Text, draft.Position);

    /// <summary>Nothing is written there.</summary>
    public static DraftView None(string roomId, long threadId, long version) => new(roomId, Id(threadId), "", version);

    private static string? Id(long threadId) => threadId == 0 ? null : threadId.ToString(CultureInfo.InvariantCulture);
}

/// <param name="Drafts">All of them, in rooms that the caller may read now.</param>
public sealed record DraftsPage(IReadOnlyList<DraftView> Drafts);
