using System.Text.Json;

namespace BlazorChat.Tests.Admin;

public sealed class PeopleTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("GET", "users")]
    [InlineData("GET", "users/someone")]
    [InlineData("PATCH", "users/someone")]
    [InlineData("POST", "users/someone/ban")]
    [InlineData("DELETE", "users/someone/ban")]
    [InlineData("POST", "users/someone/sign-out")]
    [InlineData("POST", "users/someone/reset")]
    [InlineData("GET", "rooms")]
    [InlineData("GET", "rooms/general")]
    [InlineData("GET", "rooms/general/members")]
    [InlineData("PATCH", "rooms/general")]
    [InlineData("DELETE", "rooms/general")]
    [InlineData("POST", "rooms/general/enter")]
    [InlineData("PUT", "rooms/general/owner")]
    [InlineData("GET", "sessions")]
    [InlineData("DELETE", "sessions/some")]
    [InlineData("GET", "streams")]
    [InlineData("DELETE", "streams/1")]
    [InlineData("GET", "settings")]
    [InlineData("PATCH", "settings")]
    [InlineData("GET", "audit")]
    [InlineData("GET", "overview")]
    public async Task Someone_who_is_no_administrator_administers_nothing(string method, string path)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.SendAsync(new HttpMethod(method), "/chat/admin/" + path);
        var stranger = await app.Anonymous.SendAsync(new HttpMethod(method), "/chat/admin/" + path);

        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
        Assert.Equal((401, "not_signed_in"), (stranger.Status, stranger.Code));
    }

    [Fact]
    public async Task People_are_found_by_a_part_of_their_name()
    {
        var ada = await app.SignUpAsync("ada-search");
        await app.SignUpAsync("grace");

        var found = await app.Admin.GetAsync("/chat/admin/users?q=" + ada.Username[3..].ToUpperInvariant());

        var person = Assert.Single(found["users"].EnumerateArray());
        Assert.Equal((ada.UserId, ada.Username, "member", "active", 1), (
            person.GetProperty("user_id").GetString(), person.GetProperty("username").GetString(),
            person.GetProperty("role").GetString(), person.GetProperty("state").GetString(), person.GetProperty("sessions").GetInt32()));
        Assert.Equal(1, found["total"].GetInt32());
    }

    [Theory]
    [InlineData("name")]
    [InlineData("-name")]
    [InlineData("created")]
    [InlineData("-created")]
    [InlineData("signed_in")]
    [InlineData("-signed_in")]
    public async Task Pages_in_any_order_show_everyone_once(string sort)
    {
        var mark = Guid.NewGuid().ToString("N")[..6];
        List<string> names = [];
        for (var i = 0; i < 5; i++)
            names.Add((await app.SignUpAsync($"{mark}-{i}")).Username);

        var first = await app.Admin.GetAsync($"/chat/admin/users?q={mark}&sort={sort}&limit=3");
        var second = await app.Admin.GetAsync($"/chat/admin/users?q={mark}&sort={sort}&limit=3&page=2");

        string[] found = [.. Names(first), .. Names(second)];
        Assert.Equal((3, 2, 5), (Names(first).Length, Names(second).Length, first["total"].GetInt32()));
        Assert.Equal(sort.StartsWith('-') ? Enumerable.Reverse(names) : names, found);
    }

    [Fact]
    public async Task People_stand_in_the_order_of_the_names_that_are_shown()
    {
        var mark = Guid.NewGuid().ToString("N")[..6];
        var (first, second, third) = (await app.SignUpAsync($"{mark}-1"), await app.SignUpAsync($"{mark}-2"), await app.SignUpAsync($"{mark}-3"));
        await first.SendAsync(HttpMethod.Patch, "/auth/me", new { display_name = $"{mark} Zoe" });
        await second.SendAsync(HttpMethod.Patch, "/auth/me", new { display_name = $"{mark} ada" });
        await third.SendAsync(HttpMethod.Patch, "/auth/me", new { display_name = $"{mark} Bob" });

        Assert.Equal([second.Username, third.Username, first.Username], Names(await app.Admin.GetAsync($"/chat/admin/users?q={mark}&sort=name")));
        Assert.Equal([first.Username, third.Username, second.Username], Names(await app.Admin.GetAsync($"/chat/admin/users?q={mark}&sort=-name")));
    }

    [Theory]
    [InlineData("sort=colour", "sort")]
    [InlineData("page=0", "page")]
    [InlineData("limit=201", "limit")]
    [InlineData("role=king", "role")]
    [InlineData("state=sleepy", "state")]
    public async Task What_cannot_be_asked_is_refused_by_its_name(string query, string field)
    {
        var refused = await app.Admin.GetAsync("/chat/admin/users?" + query);

        Assert.Equal((400, field), (refused.Status, Assert.Single(refused.Errors)));
    }

    [Fact]
    public async Task What_somebodys_files_take_is_told_of_them_alone()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        await ada.ShareAsync(room, "a.bin", new byte[3000]);
        await ada.ShareAsync(room, "b.bin", new byte[500]);

        Assert.Equal((2, 3500), await FilesAsync(ada));
        Assert.Equal((0, 0), await FilesAsync(grace));

        async Task<(int, long)> FilesAsync(ChatClient of)
        {
            var person = await app.Admin.GetAsync($"/chat/admin/users/{of.UserId}");
            return (person["files"].GetInt32(), person["file_bytes"].GetInt64());
        }
    }

    [Fact]
    public async Task An_administrator_makes_another_and_takes_it_back_at_once()
    {
        var ada = await app.SignUpAsync("ada");

        var promoted = await app.Admin.PatchAsync($"/chat/admin/users/{ada.UserId}", new { role = "administrator" });
        Assert.Equal((200, "administrator"), (promoted.Status, promoted["role"].GetString()));
        Assert.Equal(200, (await ada.GetAsync("/chat/admin/users")).Status);

        await app.Admin.PatchAsync($"/chat/admin/users/{ada.UserId}", new { role = "member" });
        Assert.Equal(403, (await ada.GetAsync("/chat/admin/users")).Status);
        Assert.False((await ada.GetAsync("/auth/me"))["is_admin"].GetBoolean());
    }

    [Theory]
    [InlineData("""{"role":"member"}""")]
    [InlineData("""{"deactivated":true}""")]
    public async Task The_last_administrator_stays_one(string change)
    {
        var refused = await app.Admin.PatchAsync($"/chat/admin/users/{app.Admin.UserId}", JsonElement.Parse(change));

        Assert.Equal((409, "last_administrator"), (refused.Status, refused.Code));
        Assert.Equal(200, (await app.Admin.GetAsync("/chat/admin/users")).Status);
    }

    [Fact]
    public async Task The_last_administrator_bans_not_even_themselves()
    {
        var refused = await app.Admin.PostAsync($"/chat/admin/users/{app.Admin.UserId}/ban", new { reason = "Enough" });

        Assert.Equal((409, "last_administrator"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Somebody_who_is_not_there_is_not_found()
    {
        Assert.Equal(404, (await app.Admin.GetAsync("/chat/admin/users/nobody")).Status);
        Assert.Equal(404, (await app.Admin.PatchAsync("/chat/admin/users/nobody", new { role = "member" })).Status);
        Assert.Equal(404, (await app.Admin.PostAsync("/chat/admin/users/nobody/ban", new { reason = "None" })).Status);
    }

    [Fact]
    public async Task A_forced_sign_out_ends_every_sign_in_and_lets_them_sign_in_again()
    {
        var ada = await app.SignUpAsync("ada");
        var elsewhere = await app.SignInAsync(ada.Username);
        await using var stream = await ada.OpenStreamAsync();

        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/users/{ada.UserId}/sign-out")).Status);
        await stream.ToEndAsync();

        Assert.Equal(401, (await ada.GetAsync("/auth/me")).Status);
        Assert.Equal(401, (await elsewhere.GetAsync("/auth/me")).Status);
        Assert.Equal(401, (await app.Anonymous.PostAsync("/auth/refresh", new { refresh_token = elsewhere.RefreshToken })).Status);
        await app.SignInAsync(ada.Username);
    }

    private static string[] Names(Reply page) =>
        [.. page["users"].EnumerateArray().Select(user => user.GetProperty("username").GetString()!)];
}
