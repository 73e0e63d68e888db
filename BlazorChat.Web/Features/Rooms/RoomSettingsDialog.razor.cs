using BlazorChat.Core.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>Settings of a room: its name and topic, who may post, and archiving or deleting it.</summary>
public partial class RoomSettingsDialog
{
    private static readonly Dictionary<string, object?> Plain = new() { ["autocomplete"] = "off" };

    private string name = "";
    private string topic = "";
    private RoomPosting posting;
    private bool linkPreviews;
    private bool isBusy;
    private string? nameError;
    private string? topicError;
    private string? error;

    [Parameter, EditorRequired]
    public RoomState Room { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private string Address => $"/chat/room/{Room.Id}";

    protected override void OnInitialized() => (name, topic, posting, linkPreviews) = (Room.Name, Room.Topic, Room.Posting, Room.LinkPreviews);

    private Task SaveAsync() => ChangeAsync(new { name, topic, posting = posting.ToString().ToLowerInvariant(), link_previews = linkPreviews });

    private Task ToggleArchivedAsync() => Room.Archived
        ? ChangeAsync(new { archived = false })
        : AskAsync($"Archive {Room.Name}?", "Nobody writes there until it is restored. What was said stays, and can be read.", "Archive room", HttpMethod.Patch, new { archived = true });

    private async Task ChangeAsync(object change)
    {
        if (isBusy)
            return;
        isBusy = true;
        var answer = await Live.RequestAsync(HttpMethod.Patch, Address, change);
        isBusy = answer.IsSuccess;
        if (answer.IsSuccess)
        {
            Dialog.Close();
            return;
        }
        (nameError, topicError) = (answer.ErrorOf("name"), answer.ErrorOf("topic"));
        error = nameError is null && topicError is null ? answer.Error : null;
    }

    private Task DeleteAsync() => AskAsync(
        $"Delete {Room.Name}?", "It goes with everything that was ever said in it. This cannot be undone.", "Delete room", HttpMethod.Delete);

    private Task AskAsync(string title, string question, string verb, HttpMethod method, object? body = null)
    {
        var address = Address;
        Dialog.Close();
        return Dialogs.ShowAsync<ConfirmDialog>(title, new DialogParameters<ConfirmDialog>
        {
            { dialog => dialog.Question, question }, { dialog => dialog.Verb, verb }, { dialog => dialog.Act, () => Live.RequestAsync(method, address, body) },
        });
    }
}
