using BlazorChat.Core.Live;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Live;
using BlazorChat.Web.Log;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Live;

/// <summary>A chat whose tail can be held up.</summary>
public sealed class HeldUpApp : ChatApp
{
    internal Holding Tail { get; } = new();

    protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IOnCommitted>(Tail);

    internal sealed class Holding : IOnCommitted
    {
        public IReadOnlyList<EntryKind> Kinds => [MemberEvents.Changed];

        /// <summary>The tail waits for this before it tells that a membership changed.</summary>
        public Task Until { get; set; } = Task.CompletedTask;

        public Task CommittedAsync(LogEntry entry, CancellationToken ct) => Until.WaitAsync(ct);
    }
}

/// <summary>What was committed stands in the log a moment before the tail tells of it. A reader may read the log just then.</summary>
public sealed class LogAheadOfTailTests(HeldUpApp app) : IClassFixture<HeldUpApp>
{
    [Fact]
    public async Task A_room_that_one_joined_in_that_moment_is_told_by_the_replay()
    {
        var ada = await app.SignUpAsync("ada");
        var replay = app.Services.GetRequiredService<Replay>();
        await using var reader = await app.ReceiveAsync(ada, null);
        var (epoch, position) = (await replay.StartAsync(null, TestContext.Current.CancellationToken)).Cursor;
        var release = new TaskCompletionSource();
        app.Tail.Until = release.Task;
        try
        {
            var room = await ada.CreatePrivateRoomAsync();
            Assert.DoesNotContain(room, reader.Rooms);

            var page = await replay.ReadAsync(reader, epoch, position, TestContext.Current.CancellationToken);

            Assert.Equal(["member", "room"], page.Events.Select(e => e.Name));
        }
        finally
        {
            release.SetResult();
        }
    }
}
