using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Rooms;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Conversation.Rooms;

/// <summary>The list as the server draws it. What scripts make of it is tested with them.</summary>
public sealed class RoomSectionsTests : IslandTests
{
    [Fact]
    public void Shows_my_rooms_by_name_and_others_when_I_look_for_them()
    {
        RoomListItem[] rooms = [Some.Room("Random"), Some.Room("design"), Some.Room("Support", member: false), Some.Room("Old sales", member: false) with { Archived = true }];

        Assert.Equal(["design", "Random"], Draw(rooms).FindAll(".room-name").Select(name => name.TextContent));
        Assert.Equal(["Support"], Names(DrawSought("s", rooms), "rooms-others"));
        Assert.Equal(["Support"], Names(DrawSought(" UPP ", rooms), "rooms-others"));
    }

    [Fact]
    public void Of_very_many_others_only_the_first_are_shown() =>
        Assert.Equal(50, Names(DrawSought("room", [.. Enumerable.Range(0, 1_000).Select(n => Some.Room($"Room {n}", member: false))]), "rooms-others").Count());

    [Fact]
    public void The_room_on_the_screen_is_listed_even_if_I_am_not_in_it()
    {
        var list = Draw(Some.Room("General", member: false));

        Assert.Equal(["General"], Names(list, "rooms-others"));
        Assert.Empty(list.FindAll("[data-menu-of]"));
    }

    [Fact]
    public void Who_is_in_no_room_is_told_what_to_do()
    {
        Assert.False(Draw().Find(".list-none").HasAttribute("hidden"));
        Assert.True(Draw(Some.Room("General")).Find(".list-none").HasAttribute("hidden"));
    }

    [Fact]
    public void A_section_without_rooms_is_hidden_unless_something_can_be_done_there()
    {
        var hidden = Draw(Some.Room("General")).FindAll("section[hidden]").Select(section => section.GetAttribute("data-section"));

        Assert.Equal(["rooms-pinned", "rooms-others"], hidden);
    }

    [Fact]
    public void Pinned_rooms_stand_first_and_conversations_of_two_apart()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random") with { Pinned = true }, Some.Direct("grace"), Some.Direct("ada") with { Pinned = true });

        Assert.Equal(["ada", "Random"], Names(list, "rooms-pinned"));
        Assert.Equal(["General"], Names(list, "rooms-mine"));
        Assert.Equal(["grace"], Names(list, "rooms-direct"));
    }

    /// <summary>The script keeps it so: its test goes through the same table.</summary>
    [Theory]
    [MemberData(nameof(Badges))]
    public void A_number_is_shown_of_what_I_want_to_be_told_of(string json)
    {
        var wanted = JsonElement.Parse(json);
        var room = wanted.GetProperty("kind").GetString() == "direct" ? Some.Direct("grace") : Some.Room("Random");
        var list = Draw(room with
        {
            Unread = wanted.GetProperty("unread").GetInt64(),
            Mentions = wanted.GetProperty("mentions").GetInt32(),
            Notify = Enum.Parse<NotificationLevel>(wanted.GetProperty("notify").GetString()!, ignoreCase: true),
            NotificationsOff = wanted.GetProperty("muted").GetBoolean(),
        });

        var badge = list.Find($"a[data-room={room.Id}] .badge");
        var shows = wanted.GetProperty("shows").GetString();
        Assert.Equal(shows is null, badge.HasAttribute("hidden"));
        Assert.Equal(shows is not null, list.Find($"a[data-room={room.Id}]").ClassList.Contains("unread"));
        if (shows is null)
            return;
        Assert.Equal([wanted.GetProperty("sign").GetString(), shows], badge.Children.Select(part => part.TextContent));
        Assert.Equal(wanted.TryGetProperty("addressed", out _), badge.ClassList.Contains("addressed"));
    }

    public static TheoryData<string> Badges() => [.. SharedCases.In("badge-cases.json").Select(one => one.GetRawText())];

    [Fact]
    public void Marks_the_room_on_the_screen() =>
        Assert.Equal("general", Draw(Some.Room("General"), Some.Room("Random")).Find("a[aria-current=page]").GetAttribute("data-room"));

    [Fact]
    public void Numbers_what_is_unread()
    {
        var link = Draw(Some.Room("General"), Some.Room("Random", unread: 3)).Find("a[data-room=random]");

        Assert.Contains("unread", link.ClassList);
        Assert.Equal("3", link.GetAttribute("data-unread"));
        Assert.Contains("3 unread", link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_cannot_smuggle_markup_into_the_list() =>
        Assert.Empty(Draw(Some.Room("General") with { Name = "<script>alert(1)</script>" }).FindAll("script"));

    private IRenderedComponent<RoomSections> Draw(params RoomListItem[] rooms) => DrawSought("", rooms);

    private IRenderedComponent<RoomSections> DrawSought(string sought, params RoomListItem[] rooms) => Render<RoomSections>(list => list
        .Add(l => l.Rooms, rooms).Add(l => l.RoomId, "general").Add(l => l.Sought, sought));

    private static IEnumerable<string> Names(IRenderedComponent<RoomSections> list, string section) =>
        list.FindAll($"ul[aria-labelledby={section}] .room-name").Select(name => name.TextContent);
}
