using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Conversation.Members;

/// <summary>Finds people by the beginning of their names and adds them to a room.</summary>
public partial class AddMemberDialog
{
    private static readonly Dictionary<string, object?> Plain = new() { ["autocomplete"] = "off", ["spellcheck"] = "false" };

    private readonly HashSet<string> present = [];
    private IReadOnlyList<UserView> found = [];
    private string asked = "";
    private bool isLoaded;
    private string? error;
    private ElementReference list;

    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    [Inject]
    private LiveModule Live { get; set; } = default!;

    protected override async Task OnInitializedAsync()
    {
        var members = (await Live.RequestAsync(HttpMethod.Get, $"/chat/room/{RoomId}/members")).Read<MembersPage>()?.Members ?? [];
        present.UnionWith(members.Select(member => member.UserId));
        await FindAsync("");
    }

    private async Task FindAsync(string text)
    {
        asked = text.Trim();
        var wanted = asked;
        var answer = await Live.RequestAsync(HttpMethod.Get, $"/chat/users?q={Uri.EscapeDataString(wanted)}");
        if (wanted != asked)
            return; // a later search has replaced this one
        error = answer.Error;
        // People who can be added come first. A row does not move while the user looks at it.
        found = [.. (answer.Read<UsersPage>()?.Users ?? []).OrderBy(person => present.Contains(person.UserId))];
        isLoaded = true;
    }

    private async Task AddAsync(UserView person)
    {
        var answer = await Live.RequestAsync(
            HttpMethod.Put, $"/chat/room/{RoomId}/members/{Uri.EscapeDataString(person.UserId)}", new { role = "member" });
        error = answer.Error;
        if (!answer.IsSuccess)
            return;
        present.Add(person.UserId);
        await LiveModule.FocusAsync(list); // the button that was pressed goes
    }
}
