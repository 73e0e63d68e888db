using BlazorChat.Core.Messages;
using BlazorChat.Web.Features.Messages;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Timeline;

/// <summary>A message in the timeline: on the page, in older pages and in live events.</summary>
public partial class MessageItem
{
    private const int LabelLength = 60;

    [Parameter, EditorRequired]
    public MessageView Message { get; set; } = default!;

    private string Name => Message.DisplayName ?? Message.Username;

    private bool IsEdited => Message is { EditedAt: not null, Deleted: false };

    private string? Mentions => Message.Mentions.Count > 0 ? string.Join(' ', Message.Mentions) : null;

    private string Type => Message.Type == MessageType.File ? "file" : "text";

    // For an edit, where it cannot be read from what is shown.
    private string? Source => Message.Parsed.IsShownAsWritten ? null : Message.Text;

    private string Label => Message switch
    {
        { Deleted: true } => $"{Name}: deleted message",
        { File: null } => $"{Name}: {Message.Excerpt(LabelLength)}",
        { Text: "" } => $"{Name} sent {Message.FileName}",
        _ => $"{Name} sent {Message.FileName}: {Message.Excerpt(LabelLength)}",
    };
}
