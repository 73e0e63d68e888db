using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Replies;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Threads;

/// <summary><c>thread</c>: a message's thread has a reply more or less.</summary>
internal sealed class ThreadEvents(IDbContextFactory<ChatDb> databases, DrawMessage draw)
    : MessageEventSource(databases, new EventKind(ThreadEntries.Changed, Reach.Room, "thread"))
{
    protected override async ValueTask TellAsync(ToldEntry entry, MessageView message)
    {
        var data = new ThreadEvent(entry.RoomId, message.Id, message.Thread);
        entry.Tell(data, entry.WantsHtml ? data with { ItemHtml = await draw(message) } : null);
    }
}

/// <param name="RoomId">The room.</param>
/// <param name="MessageId">The message on which the thread hangs.</param>
/// <param name="Thread">Its summary; null if no reply is left.</param>
public sealed record ThreadEvent(string RoomId, string MessageId, ThreadView? Thread)
{
    /// <summary>The message as the timeline's HTML, for readers who ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemHtml { get; init; }
}
