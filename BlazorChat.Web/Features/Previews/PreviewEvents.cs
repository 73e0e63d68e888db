using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Previews;

/// <summary><c>previews</c>: the previews of a message's links came, or one was taken away.</summary>
internal sealed class PreviewEvents(IDbContextFactory<ChatDb> databases, DrawMessage draw)
    : MessageEventSource(databases, new EventKind(Changed, Reach.Room, "previews"))
{
    /// <summary>Subject: the message.</summary>
    public static readonly EntryKind Changed = new(150);

    /// <summary>The detail of an entry by which somebody took one away.</summary>
    public const string Removed = "removed";

    protected override async ValueTask TellAsync(ToldEntry entry, MessageView message)
    {
        var data = new PreviewsEvent(entry.RoomId, message.Id, message.Previews);
        entry.Tell(data, entry.WantsHtml ? data with { ItemHtml = await draw(message) } : null);
    }
}

/// <param name="Previews">All that the message shows now.</param>
public sealed record PreviewsEvent(string RoomId, string MessageId, IReadOnlyList<PreviewView> Previews)
{
    /// <summary>The message as the timeline's HTML, for readers who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }
}
