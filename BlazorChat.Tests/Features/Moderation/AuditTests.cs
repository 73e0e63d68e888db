using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Moderation;

/// <summary>What someone does by a right over others is entered; what is their own affair is not.</summary>
public sealed class AuditTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Every_use_of_a_right_is_entered_in_order()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();
        var member = $"/chat/room/{room}/members/{grace.UserId}";

        await ada.SetMemberAsync(room, grace, "member");
        await ada.SetMemberAsync(room, grace, "moderator");
        await ada.PutAsync(member + "/silence", new { seconds = 60, reason = "Enough" });
        await ada.DeleteAsync(member + "/silence");
        await ada.DeleteAsync(await grace.SayAsync(room, "Something rude"));
        await ada.PatchAsync($"/chat/room/{room}", new { posting = "moderators" });
        await ada.PatchAsync($"/chat/room/{room}", new { archived = true });
        await ada.PatchAsync($"/chat/room/{room}", new { archived = false });
        var invite = await ada.PostAsync($"/chat/room/{room}/invites", new { });
        await ada.DeleteAsync($"/chat/room/{room}/invites/{invite["invite_id"].GetString()}");
        await ada.DeleteAsync(member);
        await ada.DeleteAsync($"/chat/room/{room}");

        var entries = await EntriesAsync(room);
        Assert.Equal(
            [
                ("member.add", grace.Username, "member"), ("member.role", grace.Username, "member to moderator"),
                ("member.mute", grace.Username, "60 s: Enough"), ("member.unmute", grace.Username, null),
                ("message.delete", grace.Username, "message"), ("room.posting", null, "moderators"), ("room.archive", null, null),
                ("room.restore", null, null), ("invite.create", null, invite["invite_id"].GetString()),
                ("invite.revoke", null, invite["invite_id"].GetString()), ("member.remove", grace.Username, null), ("room.delete", null, null),
            ],
            entries.Select(e => (e.Action, e.UserName, e.Action == "message.delete" ? e.Detail?.Split(' ')[0] : e.Detail)));
        Assert.All(entries, entry => Assert.Equal((ada.UserId, ada.Username, "Engine room"), (entry.ActorId, entry.ActorName, entry.RoomName)));
    }

    [Fact]
    public async Task What_is_ones_own_affair_or_refused_is_not_entered()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreateRoomAsync();

        await grace.PostAsync($"/chat/room/{room}/join");
        await grace.DeleteAsync(await grace.SayAsync(room, "A slip"));
        await grace.PatchAsync($"/chat/room/{room}", new { archived = true });
        await ada.PatchAsync($"/chat/room/{room}", new { topic = "Steam" });
        await grace.PostAsync($"/chat/room/{room}/leave");

        Assert.Empty(await EntriesAsync(room));
    }

    private async Task<List<AuditEntry>> EntriesAsync(string room)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync();
        return await db.Audit.Where(entry => entry.RoomId == room).OrderBy(entry => entry.Id).ToListAsync();
    }
}
