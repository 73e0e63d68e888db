namespace BlazorChat.Tests.Features.Account;

public sealed class ClosedChatApp() : ChatApp([("Chat:Registration", "Closed")]);

public sealed class ClosedRegistrationTests(ClosedChatApp app) : IClassFixture<ClosedChatApp>
{
    [Fact]
    public async Task Only_the_first_account_can_be_made_where_registration_is_closed()
    {
        var refused = await app.Anonymous.PostAsync("/auth/register", new { username = "ada", password = ChatApp.Password });

        Assert.True((await app.Admin.GetAsync("/auth/me"))["is_admin"].GetBoolean());
        Assert.Equal((403, "registration_closed"), (refused.Status, refused.Code));
    }
}
