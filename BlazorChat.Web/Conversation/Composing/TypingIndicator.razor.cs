using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Presence;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Conversation.Composing;

/// <summary>Shows who is typing in this room, until they stop, post, or are not heard from any more.</summary>
public partial class TypingIndicator
{
    private readonly Dictionary<string, Writer> typists = [];
    private string? shown;

    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    /// <summary>My own user id: my own typing is not shown to me.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    protected override string? Room => RoomId;

    private List<string> Names => [.. typists.Values.Select(writer => writer.Name).Order(StringComparer.OrdinalIgnoreCase)];

    protected override void OnParametersSet()
    {
        if (shown != RoomId)
            Cease();
        shown = RoomId;
    }

    protected override Task<bool> OnEventAsync(string name, JsonElement data) => Task.FromResult(name switch
    {
        "typing" when Read<TypingEvent>(data) is var typing && typing.RoomId == RoomId && typing.UserId != Me =>
            typing.IsTyping ? Start(typing) : Stop(typing.UserId),
        "message" when Read<MessageView>(data) is var message && message.RoomId == RoomId => Stop(message.UserId),
        _ => false,
    });

    protected override void Cease()
    {
        foreach (var writer in typists.Values)
            writer.Timer.Dispose();
        typists.Clear();
    }

    private bool Start(TypingEvent typing)
    {
        var isNew = !Stop(typing.UserId);
        // The server tells when someone stops. This is for when that event is lost.
        var timer = Clock.CreateTimer(_ => Expire(typing.UserId), null, TypingBoard.Lasts, Timeout.InfiniteTimeSpan);
        typists[typing.UserId] = new Writer(typing.DisplayName ?? typing.Username, timer);
        return isNew;
    }

    private bool Stop(string userId)
    {
        if (!typists.Remove(userId, out var writer))
            return false;
        writer.Timer.Dispose();
        return true;
    }

    private void Expire(string userId) => _ = InvokeAsync(() =>
    {
        if (Stop(userId))
            StateHasChanged();
    });

    private sealed record Writer(string Name, ITimer Timer);
}
