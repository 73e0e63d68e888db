using System.Text.Json;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Presence;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Conversation.Members;

/// <summary>The members of the room, those who are online first.</summary>
public partial class MemberList
{
    private IReadOnlyList<MemberView>? given;
    private Dictionary<string, MemberView> members = [];
    private string? error;

    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    /// <summary>The state when the page was loaded. After that, live events keep it up to date.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<MemberView> Members { get; set; } = [];

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    /// <summary>What I may do with other members.</summary>
    [Parameter]
    public RoomRights Rights { get; set; }

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override string? Room => RoomId;

    // An empty one is hidden, so that scripts can move people between them without making elements.
    private IEnumerable<Group> Groups =>
    [
        GroupOf(PresenceStatus.Online, "Here"), GroupOf(PresenceStatus.Away, "Away"), GroupOf(PresenceStatus.Offline, "Offline"),
    ];

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, Members))
            return;
        given = Members;
        members = Members.ToDictionary(member => member.UserId);
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        switch (name)
        {
            case "presence":
                var presence = Read<PresenceEvent>(data);
                return Change(presence.UserId, member => member with { Status = presence.Status });
            case "profile" when Read<ProfileEvent>(data) is var profile:
                return Change(profile.UserId, member => member with
                {
                    DisplayName = profile.DisplayName,
                    StatusText = profile.StatusText,
                    AvatarUrl = profile.AvatarUrl,
                });
            case "member" when Read<MemberEvent>(data) is var change && change.RoomId == RoomId:
                return change.Role is { } role
                    ? Change(change.UserId, member => member with { Role = role, MutedUntil = change.MutedUntil }) || await ReloadAsync()
                    : members.Remove(change.UserId);
            case "dialog" when Read<DialogEvent>(data) is { Dialog: "member" } wanted:
                if (members.TryGetValue(wanted.UserId ?? "", out var about) && MayChange(about))
                    await ManageAsync(about);
                return false;
            case "reset":
                return await ReloadAsync();
            default:
                return false;
        }
    }

    private Group GroupOf(PresenceStatus status, string title) => new(
        status, title, [.. members.Values.Where(member => member.Status == status).OrderBy(member => member.Name, StringComparer.OrdinalIgnoreCase)]);

    private static string Title(MemberView member) =>
        string.Join(" · ", new[] { member.Name, member.DisplayName is null ? "" : "@" + member.Username, member.StatusText }.Where(part => part.Length > 0));

    private bool Change(string userId, Func<MemberView, MemberView> change)
    {
        if (!members.TryGetValue(userId, out var member))
            return false;
        members[userId] = change(member);
        return true;
    }

    private Task<IDialogReference> AddAsync() => Dialogs.ShowAsync<AddMemberDialog>("Add people", new DialogParameters<AddMemberDialog>
    {
        { dialog => dialog.RoomId, RoomId }, { dialog => dialog.Members, members.Keys.ToArray() },
    });

    private bool MayChange(MemberView member) =>
        member.UserId == Me ? Rights.MayStepDown : Rights.MayChange(member.Role);

    private bool IsMuted(MemberView member) => member.MutedUntil > Clock.GetUtcNow().ToUnixTimeMilliseconds();

    private Task<IDialogReference> ManageAsync(MemberView member) => Dialogs.ShowAsync<MemberDialog>(member.Name, new DialogParameters<MemberDialog>
    {
        { dialog => dialog.RoomId, RoomId }, { dialog => dialog.Member, member }, { dialog => dialog.MayOwn, Rights.MayOwn },
        { dialog => dialog.IsMe, member.UserId == Me },
    });

    private async Task MessageAsync(MemberView member)
    {
        var answer = await Live.RequestAsync(HttpMethod.Post, "/chat/direct", new { user_id = member.UserId });
        error = answer.Error;
        if (answer.IsSuccess && answer.Read<MyRoomView>() is { } room)
            Navigation.NavigateTo($"room/{room.Id}");
    }

    private async Task<bool> ReloadAsync()
    {
        var room = RoomId;
        var answer = await Live.RequestAsync(HttpMethod.Get, $"/chat/room/{room}/members");
        if (room != RoomId || answer.Read<MembersPage>() is not { Members: { } now })
            return false;
        members = now.ToDictionary(member => member.UserId);
        return true;
    }

    private sealed record Group(PresenceStatus Status, string Title, List<MemberView> Members);
}
