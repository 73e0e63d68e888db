namespace BlazorChat.Tests.Admin;

public sealed class ConnectionsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Sign_ins_are_listed_with_what_they_have_open()
    {
        var ada = await app.SignUpAsync("ada");
        var browser = await Browser.SignUpAsync(app, "grace");
        await using var stream = await ada.OpenStreamAsync();

        var hers = (await SessionsAsync(ada.UserId)).Single();
        var byBrowser = (await SessionsAsync(browser.Client.UserId)).Single();

        Assert.Equal(("program", 1, ada.Username), (hers.GetProperty("kind").GetString(), hers.GetProperty("streams").GetInt32(), hers.GetProperty("username").GetString()));
        Assert.Equal("browser", byBrowser.GetProperty("kind").GetString());
    }

    [Fact]
    public async Task One_sign_in_is_ended_and_the_others_go_on()
    {
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync();
        var first = (await SessionsAsync(ada.UserId)).Single().GetProperty("session_id").GetString();
        var elsewhere = await app.SignInAsync(ada.Username);

        Assert.Equal(204, (await app.Admin.DeleteAsync("/chat/admin/sessions/" + first)).Status);

        await stream.ToEndAsync();
        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
        Assert.Equal(200, (await elsewhere.GetAsync("/auth/me")).Status);
        Assert.Equal(404, (await app.Admin.DeleteAsync("/chat/admin/sessions/" + first)).Status);
    }

    [Fact]
    public async Task A_stream_is_listed_by_what_it_follows_and_ended()
    {
        var ada = await app.SignUpAsync("ada");
        await using var stream = await ada.OpenStreamAsync("general");

        var listed = (await app.Admin.GetAsync("/chat/admin/streams"))["streams"].EnumerateArray()
            .Single(s => s.GetProperty("user_id").GetString() == ada.UserId);
        Assert.Equal(("general", "General", false), (listed.GetProperty("room_id").GetString(), listed.GetProperty("room_name").GetString(), listed.GetProperty("all_rooms").GetBoolean()));

        var id = listed.GetProperty("stream_id").GetString();
        Assert.Equal(204, (await app.Admin.DeleteAsync($"/chat/admin/streams/{id}")).Status);
        await stream.ToEndAsync();
        Assert.Equal(200, (await ada.GetAsync("/auth/me")).Status);
    }

    private async Task<System.Text.Json.JsonElement[]> SessionsAsync(string userId) =>
        [.. (await app.Admin.GetAsync("/chat/admin/sessions?user_id=" + userId))["sessions"].EnumerateArray()];
}
