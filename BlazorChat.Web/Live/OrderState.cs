using BlazorChat.Core.Live;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Live;

/// <summary>What entries about keeping order concern, as it is now: who is silenced, and which rooms have open reports.</summary>
internal sealed class OrderState
{
    private Dictionary<(string RoomId, string UserId), long> silences = [];
    private Dictionary<string, int> openReports = [];
    private ILookup<string, string> moderators = Array.Empty<string>().ToLookup(id => id);

    public static OrderState None { get; } = new();

    public static async Task<OrderState> OfAsync(ChatDb db, LogEntry[] entries, long now, CancellationToken ct)
    {
        var users = entries.Where(e => e.Kind is EntryKind.MemberChanged or EntryKind.SilenceChanged)
            .Select(e => e.Subject).Distinct().ToArray();
        var rooms = entries.Where(e => e.Kind == EntryKind.ReportsChanged).Select(e => e.RoomId!).Distinct().ToArray();
        var state = new OrderState();
        if (users.Length > 0)
            state.silences = await db.Silences.Where(s => users.Contains(s.UserId) && s.Until > now)
                .ToDictionaryAsync(s => (s.RoomId, s.UserId), s => s.Until, ct);
        if (rooms.Length > 0)
        {
            state.openReports = await db.Reports.Where(r => rooms.Contains(r.RoomId) && r.State == ReportState.Open)
                .GroupBy(r => r.RoomId).Select(room => new { room.Key, Count = room.Count() })
                .ToDictionaryAsync(room => room.Key, room => room.Count, ct);
            state.moderators = (await ModeratorsAsync(db, rooms, ct)).ToLookup(m => m.RoomId, m => m.UserId);
        }
        return state;
    }

    public long? SilencedUntil(string roomId, string userId) =>
        silences.TryGetValue((roomId, userId), out var until) ? until : null;

    public int OpenReports(string roomId) => openReports.GetValueOrDefault(roomId);

    public IEnumerable<string> ModeratorsOf(string roomId) => moderators[roomId];

    // As RoomAccess.MayManage says of members.
    private static Task<List<Membership>> ModeratorsAsync(ChatDb db, string[] rooms, CancellationToken ct) =>
        db.Memberships.AsNoTracking().Where(m => rooms.Contains(m.RoomId) &&
            (m.Role >= RoomRole.Moderator || db.Users.Any(u => u.Id == m.UserId && u.IsAdministrator))).ToListAsync(ct);
}
