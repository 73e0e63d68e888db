using System.Globalization;
using System.Text.Json;
using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;
using BlazorChat.Web.Timeline;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Live;

/// <summary>
/// Turns entries of the log into events. The log says what changed; what it is now is looked up in the tables. Live
/// delivery, replay and polling all come through here, so they cannot differ.
/// </summary>
public sealed partial class EventReader(
    MessageRenderer renderer, IDbContextFactory<ChatDb> databases, IOptions<JsonOptions> json, TimeProvider clock, ILogger<EventReader> logger)
{
    /// <param name="epoch">The database's, for the cursors.</param>
    /// <param name="entries">In position order.</param>
    /// <param name="withHtml">Whether anyone wants the timeline's rendering: it costs more than all else.</param>
    /// <param name="ct">Ends the reading.</param>
    /// <returns>
    /// The entries in their order, each with the events that tell of it. One that cannot be told has none, and keeps no other
    /// from being told.
    /// </returns>
    public async Task<IReadOnlyList<ToldEntry>> ReadAsync(
        string epoch, IReadOnlyList<CommittedEntry> entries, bool withHtml, CancellationToken ct)
    {
        try
        {
            return await TellAsync(epoch, entries, withHtml, ct);
        }
        catch (Exception failure) when (!failure.IsOfDatabase() && failure is not OperationCanceledException)
        {
            if (entries is [var (untold, _)])
            {
                Log.CannotTell(logger, failure, untold.Kind, untold.Position);
                return [new ToldEntry(untold, [])];
            }
        }
        // They were looked up together: which of them it was shows one by one.
        var told = new List<ToldEntry>(entries.Count);
        foreach (var entry in entries)
            told.AddRange(await ReadAsync(epoch, [entry], withHtml, ct));
        return told;
    }

    private async Task<IReadOnlyList<ToldEntry>> TellAsync(
        string epoch, IReadOnlyList<CommittedEntry> entries, bool withHtml, CancellationToken ct)
    {
        var now = await PresentState.OfAsync(databases, entries, clock.GetUtcNow().ToUnixTimeMilliseconds(), ct);
        var told = new List<ToldEntry>(entries.Count);
        foreach (var (entry, _) in entries)
            told.Add(await TellAsync(now, epoch, entry, withHtml));
        return told;
    }

    private async Task<ToldEntry> TellAsync(PresentState now, string epoch, LogEntry entry, bool withHtml)
    {
        var id = new Cursor(epoch, entry.Position).ToString();
        return entry.Kind switch
        {
            EntryKind.MessagePosted => await MessageAsync(null),
            EntryKind.MessageEdited => await MessageAsync("message_edited"),
            EntryKind.MessageDeleted => await MessageAsync("message_deleted"),
            EntryKind.ReactionChanged => await ReactionAsync(),
            EntryKind.MemberChanged => Member(),
            EntryKind.RoomChanged => Room(),
            EntryKind.ReadMarkMoved => Read(),
            EntryKind.SilenceChanged => Silence(),
            EntryKind.ReportsChanged => Reports(),
            EntryKind.PreferencesChanged => Preferences(),
            EntryKind.BlockChanged => Block(),
            EntryKind.RoomHidden => Hidden(),
            EntryKind.ProfileChanged => Profile(),
            _ => new ToldEntry(entry, []),
        };

        async Task<ToldEntry> MessageAsync(string? name) =>
            now.Messages.TryGetValue(entry.Subject, out var message)
                ? Event(new Audience(entry.RoomId!), name, message,
                    withHtml ? message with { ItemHtml = await renderer.RenderAsync(message) } : null)
                : new ToldEntry(entry, []); // its room has been deleted since

        async Task<ToldEntry> ReactionAsync()
        {
            if (!now.Messages.TryGetValue(entry.Subject, out var message))
                return new ToldEntry(entry, []);
            var stands = message.Reactions.Any(r => r.Reaction == entry.Detail && r.UserIds.Contains(entry.UserId));
            var data = new ReactionData(
                entry.RoomId!, entry.Subject, entry.UserId, entry.Detail!, stands, message.Reactions);
            return Event(new Audience(entry.RoomId!), "reaction", data,
                withHtml ? data with { ItemHtml = await renderer.RenderAsync(message) } : null);
        }

        ToldEntry Member()
        {
            var (room, user) = (entry.RoomId!, entry.Subject);
            var role = now.Members.GetValueOrDefault((room, user))?.Role;
            var profile = now.Profiles.GetValueOrDefault(user);
            var data = new MemberData(
                room, user, profile?.Username ?? ChatUser.DeletedName, role, now.Order.SilencedUntil(room, user),
                profile?.DisplayName, profile?.AvatarUrl, profile?.StatusText);
            return role is not null
                ? Event(new Audience(room), "member", data)
                : new ToldEntry(entry,
                [
                    Encode(new Audience(room, ExceptUserId: user), "member", data),
                    Encode(new Audience(room, OnlyUserId: user), "member", new GoneData(room, user)),
                ]);
        }

        // Whoever is back since has been told so, or will be.
        ToldEntry Hidden() =>
            now.Members.ContainsKey((entry.RoomId!, entry.Subject)) || now.Rooms.GetValueOrDefault(entry.RoomId!)?.Kind == RoomKind.Public
                ? new ToldEntry(entry, [])
                : Event(new Audience(entry.RoomId!, OnlyUserId: entry.Subject), "room", new RoomData(entry.RoomId!, null));

        ToldEntry Room() => Event(
            new Audience(entry.RoomId!), "room",
            new RoomData(entry.RoomId!, now.Rooms.TryGetValue(entry.RoomId!, out var room) ? RoomView.Of(room, now.Two.GetValueOrDefault(room.Id)) : null));

        ToldEntry Profile() => now.Profiles.TryGetValue(entry.Subject, out var profile)
            ? Event(new Audience(entry.RoomId!), "profile", new ProfileData(
                entry.RoomId!, profile.UserId, profile.Username, profile.DisplayName, profile.StatusText, profile.AvatarUrl))
            : new ToldEntry(entry, []);

        // Where the mark is now, since it moves back as well; those who left since have none.
        ToldEntry Read() => now.Marks.TryGetValue((entry.RoomId!, entry.UserId), out var mark)
            ? Event(new Audience(entry.RoomId!, OnlyUserId: entry.UserId), "read", mark)
            : new ToldEntry(entry, []);

        ToldEntry Silence() => Event(
            new Audience(entry.RoomId!, OnlyUserId: entry.Subject), "silence",
            new SilenceData(entry.RoomId!, entry.Subject, now.Order.SilencedUntil(entry.RoomId!, entry.Subject)));

        ToldEntry Reports() => new(entry,
        [
            .. now.Order.ModeratorsOf(entry.RoomId!).Select(moderator => Encode(
                new Audience(entry.RoomId!, OnlyUserId: moderator), "report",
                new ReportData(entry.RoomId!, now.Order.OpenReports(entry.RoomId!)))),
        ]);

        ToldEntry Preferences() => now.Members.TryGetValue((entry.RoomId!, entry.UserId), out var mine)
            ? Event(new Audience(entry.RoomId!, OnlyUserId: entry.UserId), "preferences",
                new PreferencesData(entry.RoomId!, mine.Notify, mine.IsPinned, mine.IsMuted))
            : new ToldEntry(entry, []);

        ToldEntry Block() => Event(new Audience("", OnlyUserId: entry.UserId), "block",
            new BlockData(entry.Subject, now.Blocks.Contains((entry.UserId, entry.Subject))));

        ToldEntry Event<T>(Audience audience, string? name, T data, T? withHtml = null) where T : class =>
            new(entry, [Encode(audience, name, data, withHtml)]);

        ChatEvent Encode<T>(Audience audience, string? name, T data, T? withHtml = null) where T : class => new(
            audience, entry.Position, id, name, JsonSerializer.SerializeToUtf8Bytes(data, json.Value.SerializerOptions),
            withHtml is null ? null : JsonSerializer.SerializeToUtf8Bytes(withHtml, json.Value.SerializerOptions));
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The entry at position {Position} of the log ({Kind}) cannot be told and is skipped")]
        public static partial void CannotTell(ILogger logger, Exception failure, EntryKind kind, long position);
    }
}

/// <summary>An entry, and what is told of it: nothing, one event, or several for different people.</summary>
public sealed record ToldEntry(LogEntry Entry, IReadOnlyList<ChatEvent> Events);
