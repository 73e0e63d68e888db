using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Pins;

/// <summary><c>pin</c>: a message was pinned or unpinned.</summary>
internal sealed class PinEvents(IDbContextFactory<ChatDb> databases, DrawMessage draw)
    : MessageEventSource(databases, new EventKind(Changed, Reach.Room, "pin"))
{
    /// <summary>Subject: the message.</summary>
    public static readonly EntryKind Changed = new(60);

    protected override async ValueTask TellAsync(ToldEntry entry, MessageView message)
    {
        var data = new PinEvent(entry.RoomId, message.Id, entry.Row.UserId, message.Pinned);
        entry.Tell(data, entry.WantsHtml ? data with { ItemHtml = await draw(message) } : null);
    }
}

/// <param name="UserId">Who pinned or unpinned it.</param>
/// <param name="Pinned">Whether it is pinned now.</param>
public sealed record PinEvent(string RoomId, string MessageId, string UserId, bool Pinned)
{
    /// <summary>The message as the timeline's HTML, for readers who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }
}
