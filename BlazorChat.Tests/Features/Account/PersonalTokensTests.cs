using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Account;

public sealed class PersonalTokensTests(ManualClockApp app) : IClassFixture<ManualClockApp>
{
    [Fact]
    public async Task A_token_works_like_its_owner_and_is_shown_once()
    {
        var ada = await app.SignUpAsync("ada");

        var (program, token) = await MakeAsync(ada, "write");
        await program.SayAsync("general", "By a program");

        Assert.StartsWith("bc_pat_", token, StringComparison.Ordinal);
        Assert.Equal(ada.UserId, program.UserId);
        var listed = await ada.GetAsync("/auth/tokens");
        var about = Assert.Single(listed["tokens"].EnumerateArray());
        Assert.Equal(("Robot", "write"), (about.GetProperty("name").GetString(), about.GetProperty("scope").GetString()));
        Assert.DoesNotContain(token, listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_token_only_a_hash_is_kept()
    {
        var ada = await app.SignUpAsync("ada");
        var (_, token) = await MakeAsync(ada, "read");

        await using var db = app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContext();
        var kept = db.Sessions.Single(s => s.UserId == ada.UserId && s.TokenHash != null);

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token.Split('.')[1])), kept.TokenHash);
    }

    public static TheoryData<string, string> Unsafe => new()
    {
        { "POST", "/chat/rooms" },
        { "PATCH", "/chat/room/general" },
        { "DELETE", "/chat/room/general" },
        { "POST", "/chat/room/general/join" },
        { "POST", "/chat/room/general/leave" },
        { "POST", "/chat/room/general/read" },
        { "PUT", "/chat/room/general/members/somebody" },
        { "DELETE", "/chat/room/general/members/somebody" },
        { "POST", "/chat/messages" },
        { "PATCH", "/chat/messages/1" },
        { "DELETE", "/chat/messages/1" },
        { "POST", "/chat/reactions" },
        { "DELETE", "/chat/reactions" },
        { "POST", "/chat/typing" },
        { "POST", "/chat/presence" },
    };

    [Theory]
    [MemberData(nameof(Unsafe))]
    public async Task A_token_for_reading_changes_nothing(string method, string path)
    {
        var (program, _) = await MakeAsync(await app.SignUpAsync("ada"), "read");

        var refused = await program.SendAsync(new HttpMethod(method), path, new { });

        Assert.Equal((403, "insufficient_scope"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_token_for_reading_reads_and_listens()
    {
        var ada = await app.SignUpAsync("ada");
        var (program, _) = await MakeAsync(ada, "read");
        await using var stream = await program.OpenStreamAsync("general");

        await ada.SayAsync("general", "Listen");

        Assert.Equal("Listen", (await stream.NextMessageAsync()).Text);
        foreach (var path in new[] { "/chat/rooms", "/chat/users", "/chat/room/general/history", "/chat/room/general/members", "/chat/poll?wait=0", "/auth/me" })
            Assert.Equal(200, (await program.GetAsync(path)).Status);
    }

    [Theory]
    [InlineData("GET", "/auth/tokens")]
    [InlineData("POST", "/auth/tokens")]
    [InlineData("DELETE", "/auth/tokens/some")]
    [InlineData("GET", "/auth/sessions")]
    [InlineData("DELETE", "/auth/sessions")]
    [InlineData("GET", "/auth/two-factor")]
    [InlineData("POST", "/auth/two-factor/off")]
    [InlineData("POST", "/auth/passkeys/creation-options")]
    public async Task No_token_touches_how_its_owner_signs_in(string method, string path)
    {
        var (program, _) = await MakeAsync(app.Admin, "admin");

        var refused = await program.SendAsync(new HttpMethod(method), path, method == "POST" ? new { } : null);

        Assert.Equal((403, "insufficient_scope"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task Only_an_administrators_token_for_it_administers()
    {
        var (writer, _) = await MakeAsync(app.Admin, "write");
        var (administrator, _) = await MakeAsync(app.Admin, "admin");

        Assert.False((await writer.GetAsync("/auth/me"))["is_admin"].GetBoolean());
        Assert.True((await administrator.GetAsync("/auth/me"))["is_admin"].GetBoolean());
        Assert.Equal(403, (await writer.PatchAsync("/chat/room/general", new { topic = "Mine" })).Status);
        var refused = await (await app.SignUpAsync("ada")).PostAsync("/auth/tokens", new { name = "Root", scope = "admin" });
        Assert.Equal((403, "forbidden"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_revoked_token_and_its_streams_are_over_without_any_time_passing()
    {
        var ada = await app.SignUpAsync("ada");
        var (program, _) = await MakeAsync(ada, "read");
        var id = (await ada.GetAsync("/auth/tokens"))["tokens"][0].GetProperty("token_id").GetString();
        await using var stream = await program.OpenStreamAsync();

        Assert.Equal(204, (await ada.DeleteAsync("/auth/tokens/" + id)).Status);
        await stream.ToEndAsync();

        Assert.Equal((401, "not_signed_in"), ((await program.GetAsync("/auth/me")).Status, (await program.GetAsync("/auth/me")).Code));
        Assert.Equal(200, (await ada.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_program_gives_its_token_up_itself()
    {
        var (program, _) = await MakeAsync(await app.SignUpAsync("ada"), "read");

        Assert.Equal(204, (await program.PostAsync("/auth/revoke")).Status);

        Assert.Equal(401, (await program.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_token_and_its_streams_end_when_its_time_is_over()
    {
        var (program, _) = await MakeAsync(await app.SignUpAsync("ada"), "read", days: 1);
        app.Clock.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMinutes(1));
        await using var stream = await program.OpenStreamAsync();

        var passed = await app.PassTimeUntilAsync(stream.ToEndAsync(), seconds: 5, atMost: TimeSpan.FromSeconds(100));

        Assert.True(passed >= TimeSpan.FromSeconds(50), $"After {passed}");
        Assert.Equal(401, (await program.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task A_new_password_ends_every_token()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        var (program, _) = await MakeAsync(ada.Client, "read");

        await ada.SubmitAsync("/account/manage/security", "Password", ("Current", ChatApp.Password), ("Next", "another horse battery"));

        Assert.Equal(401, (await program.GetAsync("/auth/me")).Status);
    }

    [Fact]
    public async Task When_it_was_last_used_is_known()
    {
        var ada = await app.SignUpAsync("ada");
        var (_, token) = await MakeAsync(ada, "write");

        await app.Showing(token).GetAsync("/auth/me");
        await ada.SayAsync("general", "A sign");

        var about = (await ada.GetAsync("/auth/tokens"))["tokens"][0];
        Assert.Equal(app.Clock.GetUtcNow().ToUnixTimeMilliseconds(), about.GetProperty("last_used_at").GetInt64(), tolerance: 60_000);
    }

    [Theory]
    [InlineData("name", "", "read", null)]
    [InlineData("scope", "Robot", null, null)]
    [InlineData("scope", "Robot", "everything", null)]
    [InlineData("expires_in_days", "Robot", "read", 0)]
    [InlineData("expires_in_days", "Robot", "read", 4000)]
    public async Task What_is_wrong_is_blamed_on_its_field(string field, string name, string? scope, int? days)
    {
        var refused = await (await app.SignUpAsync("ada")).PostAsync("/auth/tokens", new { name, scope, expires_in_days = days });

        Assert.Equal(400, refused.Status);
        Assert.Equal([field], refused.Errors);
    }

    [Theory]
    [InlineData("bc_pat_")]
    [InlineData("bc_pat_nothing")]
    [InlineData("bc_pat_no.such")]
    public async Task Nonsense_is_no_token(string token)
    {
        Assert.Equal((401, "not_signed_in"), ((await app.Showing(token).GetAsync("/auth/me")).Status, (await app.Showing(token).GetAsync("/auth/me")).Code));
    }

    [Fact]
    public async Task The_right_name_with_a_wrong_secret_is_no_token()
    {
        var (_, token) = await MakeAsync(await app.SignUpAsync("ada"), "read");

        Assert.Equal(401, (await app.Showing(token[..^1] + (token[^1] == 'A' ? 'B' : 'A')).GetAsync("/auth/me")).Status);
        Assert.Equal(401, (await app.Showing(token.Split('.')[0] + ".").GetAsync("/auth/me")).Status);
    }

    private async Task<(ChatClient Program, string Token)> MakeAsync(ChatClient owner, string scope, int? days = null)
    {
        // Tests here let much time pass.
        var asker = owner.Http.DefaultRequestHeaders.Authorization is null || (await owner.GetAsync("/auth/me")).Status == 200
            ? owner : await app.SignInAsync(owner.Username);
        var made = await asker.PostAsync("/auth/tokens", new { name = "Robot", scope, expires_in_days = days });
        Assert.Equal(201, made.Status);
        var token = made["token"].GetString()!;
        var program = app.Showing(token);
        await program.IntroduceAsync();
        return (program, token);
    }
}
