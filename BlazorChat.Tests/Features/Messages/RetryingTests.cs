namespace BlazorChat.Tests.Features.Messages;

public sealed class RetryingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_same_client_id_again_answers_with_the_first_message()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var first = await ada.SayAsync(room, "First", clientId: "once");

        var again = await ada.TrySayAsync(room, "Second", clientId: "once");

        Assert.Equal(200, again.Status);
        Assert.Equal("sent", again["status"].GetString());
        Assert.Equal((first.Id, "First"), (again.Message().Id, again.Message().Text));
    }

    [Fact]
    public async Task Five_retries_at_once_post_one_message()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ada.TrySayAsync(room, "Hello", clientId: "once")));

        Assert.Equal([200, 200, 200, 200, 201], answers.Select(answer => answer.Status).Order());
        Assert.Single(answers.Select(answer => answer.Message().Id).Distinct());
        Assert.Equal(["Hello"], (await ada.HistoryAsync(room)).Texts);
    }

    [Fact]
    public async Task Retries_of_different_authors_and_client_ids_at_once_do_not_meddle()
    {
        var people = await Task.WhenAll(app.SignUpAsync("ada"), app.SignUpAsync("grace"));
        var room = await people[0].CreateRoomAsync("public", people[1]);
        var sent = from retry in Enumerable.Range(0, 5) from author in people from id in new[] { "one", "two" } select (author, id);

        var answers = await Task.WhenAll(sent.Select(async s => (s.author, s.id, Answer: await s.author.TrySayAsync(room, s.id, clientId: s.id))));

        foreach (var same in answers.GroupBy(a => (a.author, a.id), a => a.Answer))
        {
            Assert.Equal([200, 200, 200, 200, 201], same.Select(answer => answer.Status).Order());
            Assert.Single(same.Select(answer => answer.Message().Id).Distinct());
        }
        Assert.Equal(["one", "one", "two", "two"], (await people[0].HistoryAsync(room)).Texts.Order());
    }

    [Fact]
    public async Task A_retry_is_not_told_again()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAsync(room);

        await ada.SayAsync(room, "Once", clientId: "once");
        await ada.TrySayAsync(room, "Once", clientId: "once");
        await ada.SayAsync(room, "Then");

        Assert.Equal("Once", (await stream.NextMessageAsync()).Text);
        Assert.Equal("Then", (await stream.NextMessageAsync()).Text);
    }

    [Fact]
    public async Task A_client_id_is_its_authors_own()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        await ada.SayAsync(room, "Ada's", clientId: "same");

        Assert.Equal("Grace's", (await grace.SayAsync(room, "Grace's", clientId: "same")).Text);
    }

    [Fact]
    public async Task A_client_id_used_in_another_room_is_a_conflict()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.SayAsync(await ada.CreateRoomAsync(), "Here", clientId: "used");

        var refused = await ada.TrySayAsync(await ada.CreateRoomAsync(), "There", clientId: "used");

        Assert.Equal((409, "client_id_used"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public async Task A_client_id_has_1_to_64_characters(int length)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        var refused = await ada.TrySayAsync(room, "Hello", clientId: new string('c', length));

        Assert.Equal(400, refused.Status);
        Assert.Equal(["client_id"], refused.Errors);
        Assert.Equal(new string('c', 64), (await ada.SayAsync(room, "Hello", clientId: new string('c', 64))).ClientId);
    }

    [Fact]
    public async Task A_retry_after_the_message_was_edited_answers_with_it_as_it_is_now()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await ada.EditAsync(await ada.SayAsync(room, "Helo", clientId: "once"), "Hello");

        Assert.Equal("Hello", (await ada.TrySayAsync(room, "Helo", clientId: "once")).Message().Text);
    }
}
