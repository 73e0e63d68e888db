namespace BlazorChat.Tests.Features.Messages;

public sealed class MentioningTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Whom_a_message_addresses_is_told_with_it_and_stays_with_it()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await using var stream = await grace.OpenStreamAsync();

        var sent = await ada.SayAsync(room, $"Look, @{grace.Username.ToUpperInvariant()}.");
        var heard = await stream.NextMessageAsync();
        var kept = (await grace.HistoryAsync(room)).Messages.Single();

        Assert.All([sent, heard, kept], message =>
        {
            Assert.Equal([grace.UserId], message.Mentions);
            Assert.Equal($"Look, <span class=\"mention\" data-user=\"{grace.UserId}\">@{grace.Username.ToUpperInvariant()}</span>.", message.Html);
        });
    }

    [Fact]
    public async Task A_quote_calls_them_by_the_name_they_chose()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await grace.SendAsync(HttpMethod.Patch, "/auth/me", new { display_name = "Amazing Grace" });
        var asked = await ada.SayAsync(room, $"Is @{grace.Username} here?");

        var html = await ada.OpenHistoryHtmlAsync(room, await grace.SayAsync(room, "Yes.", replyTo: asked.Id));

        Assert.Equal("Is @Amazing Grace here?", html.QuerySelector(".quote .excerpt")!.TextContent);
    }

    [Fact]
    public async Task They_are_counted_until_they_are_read()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var first = await ada.SayAsync(room, $"@{grace.Username} one");
        await ada.SayAsync(room, "two");
        await ada.SayAsync(room, $"three @{grace.Username}");

        Assert.Equal(2, await MentionsAsync(grace, room));
        Assert.Equal(0, await MentionsAsync(ada, room));
        await grace.PostAsync($"/chat/room/{room}/read", new { message_id = first.Id });
        Assert.Equal(1, await MentionsAsync(grace, room));
        var listed = (await grace.GetAsync("/chat/rooms"))["rooms"].EnumerateArray().Single(r => r.GetProperty("id").GetString() == room);
        Assert.Equal(1, listed.GetProperty("mentions").GetInt32());
    }

    [Fact]
    public async Task One_message_counts_once_however_often_it_names_someone()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);

        var sent = await ada.SayAsync(room, $"@{grace.Username} @{grace.Username.ToUpperInvariant()}");

        Assert.Equal([grace.UserId], sent.Mentions);
        Assert.Equal(1, await MentionsAsync(grace, room));
    }

    [Fact]
    public async Task An_edit_addresses_anew()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        var room = await ada.CreatePrivateRoomAsync(grace, linus);
        var message = await ada.SayAsync(room, $"@{grace.Username}");

        var edited = (await ada.EditAsync(message, $"@{linus.Username}")).Read<MessageJson>();

        Assert.Equal([linus.UserId], edited.Mentions);
        Assert.Equal((0, 1), (await MentionsAsync(grace, room), await MentionsAsync(linus, room)));
    }

    [Fact]
    public async Task A_deleted_message_addresses_nobody()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var message = await ada.SayAsync(room, $"@{grace.Username}");

        await ada.DeleteAsync(message);

        Assert.Empty((await grace.HistoryAsync(room)).Messages.Single().Mentions);
        Assert.Equal(0, await MentionsAsync(grace, room));
    }

    [Fact]
    public async Task In_a_private_room_only_members_are_addressed_and_in_a_public_one_everybody()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (hidden, open) = (await ada.CreatePrivateRoomAsync(), await ada.CreateRoomAsync());

        var (there, here) = (await ada.SayAsync(hidden, $"@{grace.Username}"), await ada.SayAsync(open, $"@{grace.Username}"));

        Assert.Empty(there.Mentions);
        Assert.DoesNotContain("<span", there.Html, StringComparison.Ordinal);
        Assert.Equal([grace.UserId], here.Mentions);
    }

    [Theory]
    [InlineData("`@{0}`")]
    [InlineData("https://example.org/@{0}")]
    [InlineData("mail@{0}")]
    [InlineData("@{0}-nobody")]
    public async Task Not_everything_with_an_at_sign_addresses_someone(string text)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));

        var sent = await ada.SayAsync("general", text.Replace("{0}", grace.Username, StringComparison.Ordinal));

        Assert.Empty(sent.Mentions);
    }

    [Fact]
    public async Task Nobody_addresses_themselves()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Empty((await ada.SayAsync("general", $"@{ada.Username}")).Mentions);
    }

    private static async Task<int> MentionsAsync(ChatClient who, string room) =>
        (await who.GetAsync($"/chat/room/{room}"))["mentions"].GetInt32();
}
