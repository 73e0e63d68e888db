namespace BlazorChat.Tests.Features.Account;

public sealed class RegisteringTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task An_account_is_made_with_a_name_and_a_password()
    {
        var username = app.UniqueName("Ada.L_");

        var made = await app.Anonymous.PostAsync("/auth/register", new { username, password = ChatApp.Password });

        Assert.Equal(201, made.Status);
        Assert.Equal(["is_admin", "user_id", "username"], made.Json.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal(username, made["username"].GetString());
        Assert.False(made["is_admin"].GetBoolean());
    }

    [Fact]
    public async Task The_first_account_is_the_administrator()
    {
        Assert.True((await app.Admin.GetAsync("/auth/me"))["is_admin"].GetBoolean());
    }

    [Fact]
    public async Task I_am_who_signed_in()
    {
        var ada = await app.SignUpAsync("ada");

        var me = await ada.GetAsync("/auth/me");

        Assert.Equal(
            ["avatar_url", "display_name", "is_admin", "status_text", "user_id", "username"], me.Json.EnumerateObject().Select(field => field.Name).Order());
        Assert.Equal(ada.Username, me["username"].GetString());
        Assert.False(me["is_admin"].GetBoolean());
    }

    [Fact]
    public async Task A_name_is_taken_whatever_its_case()
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await app.Anonymous.PostAsync(
            "/auth/register", new { username = ada.Username.ToUpperInvariant(), password = ChatApp.Password });

        Assert.Equal((409, "username_taken"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Of_two_who_want_a_name_at_once_one_gets_it()
    {
        var username = app.UniqueName("ada");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            app.Anonymous.PostAsync("/auth/register", new { username, password = ChatApp.Password })));

        Assert.Equal([201, 409, 409, 409], answers.Select(answer => answer.Status).Order());
    }

    [Fact]
    public async Task Nobody_takes_as_username_what_another_is_called()
    {
        var ada = await app.SignUpAsync("ada");
        var username = app.UniqueName("bossy");
        await ada.PatchAsync("/auth/me", new { display_name = username.ToUpperInvariant().Replace("BOSSY", "Bó Ssy", StringComparison.Ordinal) });

        var refused = await app.Anonymous.PostAsync("/auth/register", new { username, password = ChatApp.Password });

        Assert.Equal((409, "username_taken"), (refused.Status, refused.Code));
        Assert.Equal(["username"], refused.Errors);
    }

    [Fact]
    public async Task Of_a_username_and_a_display_name_that_are_wanted_at_once_one_is_given()
    {
        var ada = await app.SignUpAsync("ada");
        for (var i = 0; i < 10; i++)
        {
            var username = app.UniqueName("bossy");
            var answers = await Task.WhenAll(
                app.Anonymous.PostAsync("/auth/register", new { username, password = ChatApp.Password }),
                ada.PatchAsync("/auth/me", new { display_name = username }));

            Assert.Single(answers, answer => answer.Status == 409);
        }
    }

    [Theory]
    [InlineData(null, ChatApp.Password, null, "username")]
    [InlineData("a", ChatApp.Password, null, "username")]
    [InlineData("a b", ChatApp.Password, null, "username")]
    [InlineData("_ada", ChatApp.Password, null, "username")]
    [InlineData("abcdefghijklmnopqrstuvwxyz-123456", ChatApp.Password, null, "username")]
    [InlineData("ada", null, null, "password")]
    [InlineData("ada", "short", null, "password")]
    [InlineData("ada", ChatApp.Password, "not an address", "email")]
    public async Task What_makes_no_sense_is_invalid(string? username, string? password, string? email, string field)
    {
        var refused = await app.Anonymous.PostAsync("/auth/register", new { username, password, email });

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Errors);
    }
}
