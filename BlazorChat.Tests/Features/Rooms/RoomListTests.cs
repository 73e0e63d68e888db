using BlazorChat.Web.Features.Rooms;
using Bunit;
using Xunit;

namespace BlazorChat.Tests.Features.Rooms;

public sealed class RoomListTests : IslandTests
{
    [Fact]
    public void Shows_my_rooms_by_name_and_those_I_could_join_below()
    {
        var list = Draw(Some.Room("Random"), Some.Room("design"), Some.Room("Support", member: false));

        Assert.Equal(["design", "Random", "Support"], list.FindAll(".room-name").Select(name => name.TextContent));
        Assert.Equal("Support", list.Find("ul[aria-labelledby=rooms-others] .room-name").TextContent);
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
    public async Task Does_not_count_in_the_room_on_the_screen()
    {
        var list = Draw(Some.Room("General"));

        await TellAsync(list, "message", Message("general", 11, "id-grace"));

        Assert.Equal("0", Unread(list, "general"));
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

    [Fact]
    public void Signing_out_is_a_plain_form()
    {
        var form = Draw(Some.Room("General")).Find("form");

        Assert.Equal(("post", "/account/logout"), (form.GetAttribute("method"), form.GetAttribute("action")));
    }

    private IRenderedComponent<RoomList> Draw(params RoomListItem[] rooms) => Render<RoomList>(list => list
        .Add(l => l.Rooms, rooms).Add(l => l.RoomId, "general").Add(l => l.Me, "id-me").Add(l => l.Username, "me"));

    private static string? Unread(IRenderedComponent<RoomList> list, string room) =>
        list.Find($"a[data-room={room}]").GetAttribute("data-unread");

    private static string Message(string room, int number, string user) =>
        $$"""{"room_id":"{{room}}","number":{{number}},"user_id":"{{user}}","username":"x","id":"1","timestamp":0}""";
}
