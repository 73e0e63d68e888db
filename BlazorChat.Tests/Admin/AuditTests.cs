using BlazorChat.Web.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Admin;

public sealed class AuditTests(SqliteApp app) : IClassFixture<SqliteApp>
{
    [Fact]
    public async Task Every_act_on_a_person_is_entered()
    {
        var ada = await app.SignUpAsync("ada");
        var person = $"/chat/admin/users/{ada.UserId}";
        await app.Admin.PatchAsync(person, new { role = "administrator" });
        await app.Admin.PatchAsync(person, new { role = "member" });
        await app.Admin.PatchAsync(person, new { deactivated = true });
        await app.Admin.PatchAsync(person, new { deactivated = false });
        await app.Admin.PostAsync(person + "/ban", new { reason = "Shouting" });
        await app.Admin.DeleteAsync(person + "/ban");
        await app.Admin.PostAsync(person + "/sign-out");
        await app.Admin.PostAsync(person + "/reset");

        var entries = await EntriesAsync("person=" + ada.UserId);

        Assert.Equal(
            ["user.promote", "user.demote", "user.deactivate", "user.reactivate", "user.ban", "user.lift_ban", "user.sign_out", "user.reset_link"],
            entries.Select(e => e.Action).Reverse());
        Assert.All(entries, e => Assert.Equal((app.Admin.Username, ada.Username), (e.ActorName, e.Username)));
        Assert.Equal("Shouting", entries.Single(e => e.Action == "user.ban").Detail);
    }

    [Fact]
    public async Task Every_act_on_a_room_is_entered()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter");
        await app.Admin.PutAsync($"/chat/admin/rooms/{room}/owner", new { user_id = ada.UserId });
        await app.Admin.PatchAsync($"/chat/admin/rooms/{room}", new { archived = true });
        await app.Admin.PatchAsync($"/chat/admin/rooms/{room}", new { archived = false });
        await app.Admin.DeleteAsync($"/chat/admin/rooms/{room}");

        var entries = (await EntriesAsync("action=room.&limit=200")).Where(e => e.RoomId == room).ToList();

        Assert.Equal(
            ["room.enter", "room.transfer", "room.archive", "room.restore", "room.delete"], entries.Select(e => e.Action).Reverse());
        Assert.All(entries, e => Assert.Equal("Engine room", e.RoomName));
    }

    [Fact]
    public async Task A_changed_setting_is_entered_with_what_it_was()
    {
        await app.Admin.PatchAsync("/chat/admin/settings", new { streams_per_user = 19 });
        await app.Admin.PatchAsync("/chat/admin/settings", new { streams_per_user = 19 });

        Assert.Equal("streams_per_user: 20 → 19", Assert.Single(await EntriesAsync("action=settings")).Detail);
    }

    [Fact]
    public async Task An_act_that_was_refused_is_not_entered()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PostAsync($"/chat/admin/users/{ada.UserId}/ban", new { reason = "Myself" });
        await app.Admin.PostAsync($"/chat/admin/users/{ada.UserId}/ban", new { reason = "" });

        Assert.Empty(await EntriesAsync("person=" + ada.UserId));
    }

    [Theory]
    [InlineData("UPDATE audit SET ActorName = 'nobody'")]
    [InlineData("DELETE FROM audit")]
    [InlineData("INSERT OR REPLACE INTO audit (Id, At, ActorId, ActorName, Action) SELECT Id, 0, '', '', '' FROM audit LIMIT 1")]
    public async Task What_is_entered_cannot_be_changed_even_by_the_programs_own_hand(string sql)
    {
        var ada = await app.SignUpAsync("ada");
        await app.Admin.PostAsync($"/chat/admin/users/{ada.UserId}/sign-out");
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken));

        Assert.Contains("cannot be changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal("user.sign_out", Assert.Single(await EntriesAsync("person=" + ada.UserId)).Action);
    }

    [Fact]
    public async Task Pages_go_back_to_the_beginning()
    {
        var ada = await app.SignUpAsync("ada");
        for (var i = 0; i < 3; i++)
            await app.Admin.PostAsync($"/chat/admin/users/{ada.UserId}/sign-out");

        var first = await EntriesAsync($"person={ada.Username}&limit=2");
        var second = await EntriesAsync($"person={ada.Username}&limit=2&page=2");

        Assert.Equal((2, 1), (first.Length, second.Length));
        Assert.Equal(first.Concat(second).Select(e => e.Id).OrderDescending(), first.Concat(second).Select(e => e.Id));
    }

    private async Task<EntryJson[]> EntriesAsync(string query)
    {
        var page = await app.Admin.GetAsync("/chat/admin/audit?" + query);
        Assert.Equal(200, page.Status);
        return page.Read<PageJson>().Entries;
    }

    private sealed record PageJson(EntryJson[] Entries);

    private sealed record EntryJson(long Id, string ActorName, string Action, string? Username, string? RoomId, string? RoomName, string? Detail);
}
