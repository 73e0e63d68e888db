using System.Text.Json;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Hosting;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Conversation.Rooms;

public sealed class RoomListTests : IslandTests
{
    [Fact]
    public void Shows_my_rooms_by_name_and_those_I_could_join_when_I_ask_for_them()
    {
        var list = Draw(Some.Room("Random"), Some.Room("design"), Some.Room("Support", member: false));

        Assert.Equal(["design", "Random"], list.FindAll(".room-name").Select(name => name.TextContent));
        list.Find("#room-filter").Input("s");
        Assert.Equal(["design", "Support"], list.FindAll(".room-name").Select(name => name.TextContent));
        Assert.Equal("Support", list.Find("ul[aria-labelledby=rooms-others] .room-name").TextContent);
    }

    [Fact]
    public void Pinned_rooms_stand_first_and_conversations_of_two_apart()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random") with { Pinned = true }, Some.Direct("grace"), Some.Direct("ada") with { Pinned = true });

        Assert.Equal(["ada", "Random"], Names(list, "rooms-pinned"));
        Assert.Equal(["General"], Names(list, "rooms-mine"));
        Assert.Equal(["grace"], Names(list, "rooms-direct"));
    }

    [Fact]
    public async Task A_conversation_of_two_shows_whether_the_other_is_here()
    {
        var list = Draw(Some.Direct("grace"));

        await TellAsync(list, "presence", """{"user_id":"id-grace","status":"online"}""");

        Assert.Equal("online", list.Find("a[data-room=direct-grace] .dot").GetAttribute("title"));
    }

    [Fact]
    public async Task A_conversation_of_two_is_called_as_the_other_is_called_now()
    {
        var list = Draw(Some.Direct("grace"));

        await TellAsync(list, "profile", """{"room_id":"direct-grace","user_id":"id-grace","username":"grace","display_name":"Amazing Grace","status_text":"","avatar_url":null}""");

        Assert.Equal(["Amazing Grace"], Names(list, "rooms-direct"));
    }

    /// <summary>The script keeps it so while there is no circuit: its test goes through the same table.</summary>
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

    [Theory]
    [InlineData(NotificationLevel.All, false, "@1")]
    [InlineData(NotificationLevel.Mentions, false, "@1")]
    [InlineData(NotificationLevel.All, true, "@1")]
    [InlineData(NotificationLevel.Nothing, false, null)]
    [InlineData(NotificationLevel.Nothing, true, null)]
    public async Task A_mention_of_me_comes_through_unless_I_want_nothing(NotificationLevel level, bool muted, string? badge)
    {
        var list = Draw(Some.Room("Random") with { Notify = level, NotificationsOff = muted });

        await TellAsync(list, "message", Message("random", 11, "id-grace", mentions: "id-me"));

        Assert.Equal(badge, list.FindAll(".badge:not([hidden]) [aria-hidden]").SingleOrDefault()?.TextContent);
    }

    [Fact]
    public async Task Follows_preferences_set_elsewhere()
    {
        var list = Draw(Some.Room("Random", unread: 2));

        await TellAsync(list, "preferences", """{"room_id":"random","notify":"mentions","pinned":true,"muted":true}""");

        Assert.Equal(["Random"], Names(list, "rooms-pinned"));
        Assert.Contains("muted", list.Find("a[data-room=random]").ClassList);
        Assert.Empty(list.FindAll(".badge:not([hidden])"));
    }

    [Fact]
    public async Task What_I_marked_unread_shows_even_in_the_room_on_the_screen()
    {
        var list = Draw(Some.Room("General"));

        await TellAsync(list, "read", """{"room_id":"general","message_id":"8","number":8}""");
        await TellAsync(list, "marked_unread", """{"room_id":"general"}""");
        Assert.Equal("2", Unread(list, "general"));

        await TellAsync(list, "read", """{"room_id":"general","message_id":"10","number":10}""");
        Assert.Equal("0", Unread(list, "general"));
    }

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
    public async Task Counts_a_message_that_comes()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random"));

        await TellAsync(list, "message", Message("random", 11, "id-grace"));

        Assert.Equal("1", Unread(list, "random"));
    }

    [Fact]
    public async Task Does_not_count_a_message_that_was_deleted_before_it_was_told()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random"));

        await TellAsync(list, "message", Message("random", 11, "id-grace", deleted: true));

        Assert.Equal("0", Unread(list, "random"));
    }

    [Fact]
    public async Task Asks_how_much_is_unread_when_a_message_is_deleted_where_something_is()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random", unread: 2));

        await TellAsync(list, "message_deleted", Message("general", 9, "id-grace"));
        Assert.Empty(Module.Invocations["request"]);
        await TellAsync(list, "message_deleted", Message("random", 9, "id-grace"));
        Assert.Equal("/chat/rooms", Assert.Single(Module.Invocations["request"]).Arguments[1]);
    }

    [Fact]
    public async Task Counts_no_message_twice()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random"));

        await TellAsync(list, "message", Message("random", 11, "id-grace"));
        await TellAsync(list, "message", Message("random", 11, "id-grace"));

        Assert.Equal("1", Unread(list, "random"));
    }

    [Fact]
    public async Task Does_not_count_what_I_say_myself()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random"));

        await TellAsync(list, "message", Message("random", 11, "id-me"));

        Assert.Equal("0", Unread(list, "random"));
    }

    [Fact]
    public async Task Shows_no_number_at_the_room_on_the_screen()
    {
        var list = Draw(Some.Room("General"));

        await TellAsync(list, "message", Message("general", 11, "id-grace"));

        Assert.True(list.Find("a[data-room=general] .badge").HasAttribute("hidden"));
    }

    [Fact]
    public async Task Reading_elsewhere_clears_the_number()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random", unread: 3));

        await TellAsync(list, "read", """{"room_id":"random","message_id":"9","number":10}""");

        Assert.Equal("0", Unread(list, "random"));
    }

    [Fact]
    public async Task Follows_a_new_name()
    {
        var list = Draw(Some.Room("General"));

        await TellAsync(list, "room", """{"room_id":"general","room":{"id":"general","name":"Lobby","topic":"","kind":"public","last_message_at":null,"archived":false}}""");

        Assert.Equal("Lobby", list.Find(".room-name").TextContent);
    }

    [Fact]
    public async Task Drops_a_room_that_is_gone()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random"));

        await TellAsync(list, "room", """{"room_id":"random","room":null}""");

        Assert.Equal("General", Assert.Single(list.FindAll(".room-name")).TextContent);
    }

    [Fact]
    public void The_filter_finds_by_any_part_of_the_name()
    {
        var list = Draw(Some.Room("General"), Some.Room("Random"), Some.Room("Grandstand", member: false));

        list.Find("#room-filter").Input("RAND");

        Assert.Equal(["Random", "Grandstand"], list.FindAll(".room-name").Select(name => name.TextContent));
    }

    [Fact]
    public void A_filter_that_finds_nothing_says_what_to_do()
    {
        var list = Draw(Some.Room("General"));

        list.Find("#room-filter").Input("<b>");

        Assert.Contains("No room is called “<b>”", list.Find(".list-empty").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_cannot_smuggle_markup_into_the_list() =>
        Assert.Empty(Draw(Some.Room("General") with { Name = "<script>alert(1)</script>" }).FindAll("script"));

    private IRenderedComponent<RoomList> Draw(params RoomListItem[] rooms) => Render<RoomList>(list => list
        .Add(l => l.Rooms, rooms).Add(l => l.RoomId, "general").Add(l => l.Me, "id-me"));

    private static string? Unread(IRenderedComponent<RoomList> list, string room) =>
        list.Find($"a[data-room={room}]").GetAttribute("data-unread");

    private static IEnumerable<string> Names(IRenderedComponent<RoomList> list, string section) =>
        list.FindAll($"ul[aria-labelledby={section}] .room-name").Select(name => name.TextContent);

    private static string Message(string room, int number, string user, string mentions = "id-nobody", bool deleted = false) =>
        JsonSerializer.Serialize(
            Some.Message() with { RoomId = room, Number = number, UserId = user, Mentions = [mentions], Deleted = deleted }, ChatJson.Options);
}
