using System.Text.Json;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Conversation.Header;

/// <summary>The header of a room: its name, and its menu.</summary>
public partial class RoomHeader
{
    private RoomState? given;
    private RoomState room = default!;
    private int memberCount;
    private string? error;
    private MuteEnd mute = default!;

    /// <summary>The state when the page was loaded. After that, live events keep it up to date.</summary>
    [Parameter, EditorRequired]
    public RoomState State { get; set; } = default!;

    [Parameter, EditorRequired]
    public int MemberCount { get; set; }

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Inject]
    private IEnumerable<RoomAct> Acts { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    [Inject]
    private NavigationManager Navigation { get; set; } = default!;

    protected override string? Room => room.Id;

    private string Address => $"/chat/room/{room.Id}";

    private IEnumerable<RoomAct> Offered => Acts.Where(act => act.IsOffered(room)).OrderBy(act => act.Order);

    private string MembersLabel => memberCount == 1 ? "1 member" : $"{memberCount} members";

    protected override void OnInitialized() =>
        mute = new MuteEnd(Clock, () => _ = InvokeAsync(() => Become(room with { MutedUntil = null })));

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(given, State))
            return;
        (given, room, memberCount, error) = (State, State, MemberCount, null);
        mute.Await(room.MutedUntil);
    }

    protected override async Task<bool> OnEventAsync(string name, JsonElement data)
    {
        if (name == "reset")
            return await LookAgainAsync();
        if (name == "dialog")
        {
            await OpenAsync(Offered.FirstOrDefault(act => act.Id == Read<DialogEvent>(data).Dialog));
            return false;
        }
        var before = room;
        if (room.AfterEvent(name, data, Me)?.Counting(Acts, name, data) is not { } now)
        {
            Navigation.NavigateTo("./");
            return true;
        }
        if (!now.Rights.MaySee)
            return false; // the next event says that the room is hidden
        Become(now);
        if (name == "member" && Read<MemberEvent>(data).RoomId == room.Id)
            await CountMembersAsync();
        return name == "member" || !ReferenceEquals(room, before);
    }

    protected override void Cease() => mute.Dispose();

    // The composer, the timeline and the member list depend on these. So the page is requested again, and updated in place.
    private void Become(RoomState next)
    {
        var before = room;
        room = next;
        if (room.MutedUntil != before.MutedUntil)
            mute.Await(room.MutedUntil);
        if (room.OffersOther(before))
            Navigation.Refresh();
    }

    // A change of role looks like someone joining: only the server knows the number of members.
    private async Task<MemberView?> CountMembersAsync()
    {
        if ((await Live.RequestAsync(HttpMethod.Get, $"{Address}/members?user_id={Me}")).Read<MembersPage>() is not { } now)
            return null;
        memberCount = now.Counts.All;
        return now.Members.SingleOrDefault();
    }

    // Changes in the meantime did not reach this component.
    private async Task<bool> LookAgainAsync()
    {
        foreach (var act in Offered.ToArray())
            if (act.Count is { } counts && await counts.AskAsync(Live, room.Id) is { } count)
                room = room.WithCount(act.Id, count);
        var now = await Live.RequestAsync(HttpMethod.Get, Address);
        if (now.Status == 404)
            Navigation.NavigateTo("./");
        if (now.Read<MyRoomView>() is not { } view)
            return false;
        var mine = await CountMembersAsync();
        Become(room.With(view).WithRole(view.Role) with { MutedUntil = mine is null ? room.MutedUntil : mine.MutedUntil });
        return true;
    }

    private async Task JoinAsync() => Show(await Live.RequestAsync(HttpMethod.Post, Address + "/join"));

    private Task OpenAsync(RoomAct? act) => act?.OpenAsync(Dialogs, room, Me) ?? Task.CompletedTask;

    private void Show(ApiAnswer answer) => error = answer.Error;
}
