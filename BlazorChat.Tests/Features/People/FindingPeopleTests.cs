namespace BlazorChat.Tests.Features.People;

public sealed class FindingPeopleTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task People_are_found_by_the_beginning_of_their_name_ignoring_case()
    {
        var (ada, hopper) = (await app.SignUpAsync("ada"), await app.SignUpAsync("Hopper"));

        var found = await ada.GetAsync("/chat/users?q=hOPPer");

        var user = Assert.Single(found["users"].EnumerateArray());
        Assert.Equal((hopper.UserId, hopper.Username, "offline"), (
            user.GetProperty("user_id").GetString(), user.GetProperty("username").GetString(), user.GetProperty("status").GetString()));
        Assert.Empty((await ada.GetAsync("/chat/users?q=opper"))["users"].EnumerateArray());
    }

    [Fact]
    public async Task People_are_found_by_each_word_of_their_display_name_but_not_by_the_inside_of_one()
    {
        var (ada, barbara) = (await app.SignUpAsync("ada"), await app.SignUpAsync("bl"));
        await barbara.SendAsync(HttpMethod.Patch, "/auth/me", new { display_name = "Barbara Jane Liskov" });

        foreach (var beginning in new[] { "barb", "jane l", "LISK" })
            Assert.Equal(barbara.UserId, Assert.Single((await ada.GetAsync("/chat/users?q=" + Uri.EscapeDataString(beginning)))["users"].EnumerateArray()).GetProperty("user_id").GetString());
        foreach (var inside in new[] { "arbara", "iskov" })
            Assert.Empty((await ada.GetAsync("/chat/users?q=" + inside))["users"].EnumerateArray());
    }

    [Fact]
    public async Task Without_a_beginning_everyone_is_found()
    {
        var ada = await app.SignUpAsync("ada");

        var names = (await ada.GetAsync("/chat/users"))["users"].EnumerateArray().Select(u => u.GetProperty("username").GetString());

        Assert.Contains(ada.Username, names);
        Assert.Contains(app.Admin.Username, names);
    }

    [Theory]
    [InlineData("%")]
    [InlineData("_")]
    [InlineData("nobody-of-this-name")]
    public async Task A_sign_that_means_something_to_the_database_means_nothing_here(string q)
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Empty((await ada.GetAsync("/chat/users?q=" + Uri.EscapeDataString(q)))["users"].EnumerateArray());
    }

    [Fact]
    public async Task A_small_profile_says_who_someone_is_and_whether_I_blocked_them()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await grace.SendAsync(HttpMethod.Patch, "/auth/me", new { display_name = "Amazing " + grace.Username, status_text = "At sea" });

        var card = await ada.GetAsync("/chat/users/" + grace.UserId);
        Assert.Equal(("Amazing " + grace.Username, "At sea", grace.Username), (
            card["display_name"].GetString(), card["status_text"].GetString(), card["username"].GetString()));
        Assert.False(card["blocked"].GetBoolean());

        await ada.SendAsync(HttpMethod.Put, "/chat/blocks/" + grace.UserId);
        Assert.True((await ada.GetAsync("/chat/users/" + grace.UserId))["blocked"].GetBoolean());
    }

    [Fact]
    public async Task A_small_profile_of_someone_who_is_deactivated_says_so_and_there_is_none_of_nobody()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await app.Admin.SendAsync(HttpMethod.Patch, "/chat/admin/users/" + grace.UserId, new { deactivated = true });

        Assert.True((await ada.GetAsync("/chat/users/" + grace.UserId))["gone"].GetBoolean());
        Assert.Equal(404, (await ada.GetAsync("/chat/users/nobody")).Status);
    }
}
