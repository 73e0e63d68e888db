using BlazorChat.Tests.Features.Threads;

namespace BlazorChat.Tests.Admin;

public sealed class OverviewTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_numbers_are_those_of_now()
    {
        var ada = await app.SignUpAsync("ada");
        var before = await app.Admin.GetAsync("/chat/admin/overview");
        await using var stream = await ada.OpenStreamAsync("general");
        await ada.SayAsync("general", "One");
        await ada.SayAsync("general", "Two");
        await stream.UntilMessageAsync("Two");

        var after = await app.Admin.GetAsync("/chat/admin/overview");

        Assert.Equal(2, Grown("messages"));
        Assert.Equal(1, Grown("streams"));
        Assert.Equal(1, Grown("people_online"));
        Assert.True(Grown("deliveries") >= 2);
        Assert.True(after["database_bytes"].GetInt64() > 0);
        Assert.Equal(2, after["messages"].GetInt64() - before["messages"].GetInt64());

        long Grown(string name) => after[name].GetInt64() - before[name].GetInt64();
    }

    [Fact]
    public async Task Messages_are_counted_by_the_hour_once_each()
    {
        var ada = await app.SignUpAsync("ada");
        var before = Posted(await app.Admin.GetAsync("/chat/admin/overview"));
        await ada.SayAsync("general", "One");
        await app.Admin.GetAsync("/chat/admin/overview");
        await ada.SayAsync("general", "Two");

        var overview = await app.Admin.GetAsync("/chat/admin/overview");

        Assert.Equal(before + 2, Posted(overview));
        Assert.Equal(24, overview["messages_per_hour"].GetArrayLength());
    }

    // All of this chat's messages are of today.
    [Fact]
    public async Task All_messages_are_as_many_as_those_of_the_hours_with_replies_and_without_those_of_deleted_rooms()
    {
        var ada = await app.SignUpAsync("ada");
        var (room, gone) = (await ada.CreateRoomAsync(), await ada.CreateRoomAsync());
        var before = (await app.Admin.GetAsync("/chat/admin/overview"))["messages"].GetInt64();
        var root = await ada.SayAsync(room, "Lunch?");
        await ada.ReplyAsync(root, "In its thread only");
        await ada.ReplyAsync(root, "In the room as well", alsoInRoom: true);
        await ada.SayAsync(gone, "Goes with its room");
        var then = await app.Admin.GetAsync("/chat/admin/overview");
        await using (var stream = await app.Admin.OpenStreamAsync("general"))
        {
            await ada.DeleteAsync($"/chat/room/{gone}");
            await ada.SayAsync("general", "Gone");
            await stream.UntilMessageAsync("Gone");
        }

        var now = await app.Admin.GetAsync("/chat/admin/overview");

        Assert.Equal(before + 4, then["messages"].GetInt64());
        Assert.Equal((Posted(then), Posted(now)), (then["messages"].GetInt64(), now["messages"].GetInt64()));
    }

    [Fact]
    public async Task Files_are_counted_while_they_are_in_messages()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var before = await FilesAsync();
        await ada.ShareAsync(room, "a.bin", new byte[3000]);
        var second = await ada.ShareAsync(room, "b.bin", new byte[500]);

        var shared = await FilesAsync();
        await ada.DeleteAsync($"/chat/messages/{second.Id}");
        var deleted = await FilesAsync();

        Assert.Equal((2, 3500), (shared.Files - before.Files, shared.Bytes - before.Bytes));
        Assert.Equal((1, 3000), (deleted.Files - before.Files, deleted.Bytes - before.Bytes));
    }

    private async Task<(long Files, long Bytes)> FilesAsync()
    {
        var overview = await app.Admin.GetAsync("/chat/admin/overview");
        return (overview["files"].GetInt64(), overview["file_bytes"].GetInt64());
    }

    private static int Posted(Reply overview) =>
        overview["messages_per_hour"].EnumerateArray().Sum(hour => hour.GetProperty("count").GetInt32());
}
