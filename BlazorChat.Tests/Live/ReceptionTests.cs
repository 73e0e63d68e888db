using BlazorChat.Core.Live;
using BlazorChat.Web.Live;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Live;

/// <summary>Between being let in and being registered nobody tells a reader anything: the reception asks again.</summary>
public sealed class ReceptionTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_reader_who_may_listen_is_registered()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();

        await using var reader = await app.ReceiveAsync(ada, room);

        Assert.Null(reader.Subscription.Ended);
        Assert.Equal([room], reader.Rooms);
    }

    [Fact]
    public async Task Someone_who_was_removed_meanwhile_hears_nothing()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        await ada.RemoveMemberAsync(room, grace);

        await using var reader = await app.ReceiveAsync(grace, room);

        Assert.Equal(StreamEnd.RoomClosed, reader.Subscription.Ended);
        Assert.Empty(reader.Rooms);
    }

    [Fact]
    public async Task Someone_who_signed_out_meanwhile_hears_nothing()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.PostAsync("/auth/revoke");

        await using var reader = await app.ReceiveAsync(ada, null);

        Assert.Equal(StreamEnd.SignedOut, reader.Subscription.Ended);
    }

    [Fact]
    public async Task Who_is_removed_before_the_replay_is_over_is_told_that_alone()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var replay = app.Services.GetRequiredService<Replay>();
        await using var reader = await app.ReceiveAsync(grace, room);
        var (epoch, position) = (await replay.StartAsync(null, TestContext.Current.CancellationToken)).Cursor;
        await using var tail = await grace.OpenStreamAsync(room);

        await ada.SayAsync(room, "While grace belonged");
        await ada.RemoveMemberAsync(room, grace);
        await tail.ToEndAsync();
        var page = await replay.ReadAsync(reader, epoch, position, TestContext.Current.CancellationToken);

        Assert.Equal(StreamEnd.RoomClosed, reader.Subscription.Ended);
        Assert.Equal(["member", "room"], page.Events.Select(e => e.Name));
    }
}
