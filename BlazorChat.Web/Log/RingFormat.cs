using System.Text.Json;
using System.Text.Json.Serialization;
using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>
/// How a ring travels to the other nodes: a JSON array of entries, with the state of their subjects where it is handed on. Such
/// states differ from version to version, so only a node of the very same build takes them; others read the entries alone.
/// </summary>
internal sealed class RingFormat(HandedOn handedOn)
{
    private static readonly Guid ThisBuild = typeof(RingFormat).Module.ModuleVersionId;

    /// <returns>As <see cref="Decode"/> reads it.</returns>
    public byte[] Encode(IReadOnlyList<CommittedEntry> committed) =>
        JsonSerializer.SerializeToUtf8Bytes(committed.Select(each => Rung.Of(each.Entry, handedOn.Write(each), ThisBuild)));

    /// <returns>Nothing if it cannot be read: then look into the log.</returns>
    public IReadOnlyList<CommittedEntry> Decode(ReadOnlyMemory<byte> ring)
    {
        try
        {
            return [.. (JsonSerializer.Deserialize<Rung[]>(ring.Span) ?? []).Select(Read)];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private CommittedEntry Read(Rung rung) =>
        rung.Now is { } now && rung.Build == ThisBuild ? handedOn.Read(rung.Entry, now) : new CommittedEntry(rung.Entry);

    /// <summary>One entry on its way. The names of its fields stay as they are: older and newer nodes read them.</summary>
    internal sealed record Rung(
        long Position, EntryKind Kind, string? RoomId, string UserId, string Subject, string? Detail, long At,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? Build,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] JsonElement? Now)
    {
        [JsonIgnore]
        public LogEntry Entry => new()
        {
            Position = Position, Kind = Kind, RoomId = RoomId, UserId = UserId, Subject = Subject, Detail = Detail, At = At,
        };

        public static Rung Of(LogEntry entry, JsonElement? now, Guid build) => new(
            entry.Position, entry.Kind, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At, now is null ? null : build, now);
    }
}
