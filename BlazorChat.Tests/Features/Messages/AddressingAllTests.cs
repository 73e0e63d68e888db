namespace BlazorChat.Tests.Features.Messages;

/// <summary><c>@room</c> and <c>@here</c>, where a room of three is a large one.</summary>
public sealed class AddressingAllTests(AddressingAllTests.Chat app) : IClassFixture<AddressingAllTests.Chat>
{
    public sealed class Chat() : ChatApp([("Chat:Limits:RoomMentionPeople", "2")]);

    [Theory]
    [InlineData("Look, @room.", "Look, <span class=\"mention\">@room</span>.")]
    [InlineData("**@Room**", "<strong><span class=\"mention\">@Room</span></strong>")]
    public async Task A_moderator_addresses_everyone_in_the_room(string text, string html)
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        await app.SignUpAsync("margaret"); // who might read it, and is not in it
        var room = await ada.CreateRoomAsync("public", grace, linus);

        var sent = await ada.SayAsync(room, text);
        var kept = (await grace.HistoryAsync(room)).Messages.Last();

        Assert.All([sent, kept], message =>
        {
            Assert.Equal(Ids(grace, linus), message.Mentions);
            Assert.Equal(html, message.Html);
        });
        Assert.Equal([sent.Id], (await linus.GetAsync("/chat/mentions"))["messages"].EnumerateArray().Select(one => one.GetProperty("id").GetString()));
        Assert.Equal([sent.Id], (await linus.GetAsync("/chat/activity"))["items"].EnumerateArray().Select(one => one.GetProperty("message").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Here_are_those_who_are_online()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace, linus);
        await using var stream = await grace.OpenStreamAsync();

        var sent = await ada.SayAsync(room, "@here");

        Assert.Equal([grace.UserId], sent.Mentions);
        Assert.Equal("<span class=\"mention\">@here</span>", sent.Html);
    }

    [Theory]
    [InlineData("@room")]
    [InlineData("@here")]
    public async Task In_a_large_room_it_is_plain_text_from_everybody_else(string text)
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace, linus);
        await using var stream = await linus.OpenStreamAsync();

        var sent = await grace.SayAsync(room, text);
        var edited = (await grace.EditAsync(await grace.SayAsync(room, "One"), text)).Read<MessageJson>();
        var answer = await grace.PostAsync("/chat/messages", new { room_id = room, message = text, thread_id = sent.Id });
        var file = (await grace.TryShareAsync(room, "a.bin", [1], text)).Message();

        Assert.All([sent, edited, answer.Message(), file], message => Assert.Equal((text, 0), (message.Html, message.Mentions.Length)));
        Assert.Equal((true, false), (await MayAsync(ada, room), await MayAsync(grace, room)));
    }

    [Fact]
    public async Task In_a_small_room_and_between_two_everybody_may()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        foreach (var room in new[] { await ada.CreatePrivateRoomAsync(grace), await ada.StartDirectAsync(grace) })
        {
            Assert.Equal([ada.UserId], (await grace.SayAsync(room, "@room")).Mentions);
            Assert.True(await MayAsync(grace, room));
        }
    }

    [Theory]
    [InlineData("`@room`")]
    [InlineData("mail@room")]
    [InlineData("@room-mates")]
    [InlineData("@rooms")]
    public async Task Not_every_word_is_meant(string text)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        Assert.Empty((await ada.SayAsync(await ada.CreatePrivateRoomAsync(grace), text)).Mentions);
    }

    [Fact]
    public async Task Whom_it_names_as_well_is_shown_by_name()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace, linus);

        var sent = await ada.SayAsync(room, $"@{grace.Username}, @room");

        Assert.Equal(Ids(grace, linus), sent.Mentions);
        Assert.Equal($"<span class=\"mention\" data-user=\"{grace.UserId}\">@{grace.Username}</span>, <span class=\"mention\">@room</span>", sent.Html);
        Assert.Equal(sent.Html, (await linus.HistoryAsync(room)).Messages.Single().Html);
    }

    [Fact]
    public async Task An_edit_addresses_nobody_again_and_none_who_came_since()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var sent = await ada.SayAsync(room, "@room one");
        await ada.PutAsync($"/chat/room/{room}/members/{linus.UserId}", new { role = "member" });

        Assert.Equal([grace.UserId], (await ada.EditAsync(sent, "@room two")).Read<MessageJson>().Mentions);
        Assert.Empty((await ada.EditAsync(sent, "two")).Read<MessageJson>().Mentions);
        Assert.Equal(Ids(grace, linus), (await ada.EditAsync(sent, "three @room")).Read<MessageJson>().Mentions);
    }

    [Fact]
    public async Task A_reply_addresses_everyone_and_they_follow_its_thread()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var root = await ada.SayAsync(room, "One");

        await ada.PostAsync("/chat/messages", new { room_id = room, message = "Below, @room", thread_id = root.Id });

        Assert.True((await grace.GetAsync($"/chat/room/{room}/threads/{root.Id}"))["following"].GetBoolean());
    }

    [Fact]
    public async Task The_preview_says_how_many_people_it_would_address()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace, linus);

        Assert.Equal((2, 0), (await AddressedAsync(ada, room), await AddressedAsync(grace, room)));
    }

    [Theory]
    [InlineData("room")]
    [InlineData("Here")]
    public async Task Nobody_is_called_so(string name)
    {
        var answer = await app.Anonymous.PostAsync("/auth/register", new { username = name, password = ChatApp.Password });

        Assert.Equal(["username"], answer.Errors);
    }

    private static string[] Ids(params ChatClient[] people) => [.. people.Select(one => one.UserId).Order(StringComparer.Ordinal)];

    private static async Task<int> AddressedAsync(ChatClient who, string room) =>
        (await who.PostAsync("/chat/messages/render", new { room_id = room, message = "@room" }))["addressed"].GetInt32();

    private static async Task<bool> MayAsync(ChatClient who, string room) =>
        (await who.GetAsync($"/chat/room/{room}/members"))["may_address_all"].GetBoolean();
}
