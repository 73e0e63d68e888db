namespace BlazorChat.Tests.Features.Users;

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
}
