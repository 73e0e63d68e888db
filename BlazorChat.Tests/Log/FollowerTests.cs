using System.Threading.Channels;
using BlazorChat.Core.Live;
using BlazorChat.Tests.Safety;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace BlazorChat.Tests.Log;

public sealed class FollowerTests : IDisposable
{
    private readonly string data = Path.Combine(Path.GetTempPath(), "blazorchat-" + Guid.NewGuid().ToString("N"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_given_each_entry_of_its_kinds_in_order()
    {
        await using var app = await StartAsync();
        var ada = await app.SignUpAsync("ada");
        string[] ids = [await SayAsync(ada, "One"), await SayAsync(ada, "Two"), await SayAsync(ada, "Three")];

        string[] handled = [await app.Follower.NextAsync(), await app.Follower.NextAsync(), await app.Follower.NextAsync()];
        Assert.Equal(ids, handled);
    }

    [Fact]
    public async Task It_goes_on_after_a_restart_with_what_was_committed_while_it_was_away()
    {
        string known, missed;
        await using (var app = await StartAsync())
        {
            known = await SayAsync(await app.SignUpAsync("ada"), "Known");
            Assert.Equal(known, await app.Follower.NextAsync());
            await app.Follower.ReachAsync(await HeadAsync(app), Ct);
        }
        await using (var without = await StartAsync(follows: false))
            missed = await SayAsync(await without.SignUpAsync("grace"), "Missed");

        await using var again = await StartAsync();

        Assert.Equal(missed, await again.Follower.NextAsync());
    }

    [Fact]
    public async Task What_was_handled_when_the_program_died_before_it_was_noted_is_given_once_more()
    {
        string id;
        await using (var app = await StartAsync())
        {
            id = await SayAsync(await app.SignUpAsync("ada"), "Twice");
            Assert.Equal(id, await app.Follower.NextAsync());
            await app.Follower.ReachAsync(await HeadAsync(app), Ct);
            // As if that had not been reached.
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);
            await db.Followers.Where(f => f.Name == "test").ExecuteUpdateAsync(set => set.SetProperty(f => f.Position, f => f.Position - 1), Ct);
        }

        await using var again = await StartAsync();

        Assert.Equal(id, await again.Follower.NextAsync());
    }

    [Fact]
    public async Task An_entry_that_it_cannot_handle_is_logged_and_skipped()
    {
        await using var app = await StartAsync();
        var ada = await app.SignUpAsync("ada");
        app.Follower.Bad = await HeadAsync(app) + 2;
        string[] ids = [await SayAsync(ada, "Before"), await SayAsync(ada, "Bad"), await SayAsync(ada, "After")];

        string[] handled = [await app.Follower.NextAsync(), await app.Follower.NextAsync()];
        Assert.Equal([ids[0], ids[2]], handled);
        Assert.Contains(app.Log.Lines, line => line.Contains($"position {app.Follower.Bad} ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_an_outage_it_tries_again_until_it_goes_and_leaves_nothing_out()
    {
        await using var app = await StartAsync();
        app.Follower.OutagesLeft = 2;
        var id = await SayAsync(await app.SignUpAsync("ada"), "Later");

        Assert.Equal(id, await app.Follower.NextAsync());
        Assert.Equal(0, app.Follower.OutagesLeft);
    }

    [Fact]
    public async Task The_log_is_kept_for_one_that_is_behind_but_no_longer_than_twice_the_time()
    {
        await using var app = await StartAsync();
        app.Follower.IsHeld = true;
        var ada = await app.SignUpAsync("ada");
        var id = await SayAsync(ada, "A month ago");
        await SayAsync(ada, "Today");
        var trimmer = app.Services.GetServices<IHostedService>().OfType<LogTrimmer>().Single();

        await AgeAsync(app, TimeSpan.FromDays(31));
        await trimmer.TrimAsync(Ct);
        Assert.True(await IsKeptAsync(app, id));
        await AgeAsync(app, TimeSpan.FromDays(31));
        await trimmer.TrimAsync(Ct);
        Assert.False(await IsKeptAsync(app, id));
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private static async Task<string> SayAsync(ChatClient client, string text) => (await client.SayAsync("general", text)).Id;

    private static async Task AgeAsync(FollowedApp app, TimeSpan by)
    {
        var past = (long)by.TotalMilliseconds;
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);
        await db.Log.ExecuteUpdateAsync(set => set.SetProperty(e => e.At, e => e.At - past), Ct);
    }

    private static async Task<bool> IsKeptAsync(FollowedApp app, string message)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);
        return await db.Log.AnyAsync(e => e.Subject == message && e.Kind == MessageEvents.Posted, Ct);
    }

    private static async Task<long> HeadAsync(FollowedApp app)
    {
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(Ct);
        return (await db.HeadAsync(Ct)).Position;
    }

    private async Task<FollowedApp> StartAsync(bool follows = true)
    {
        var app = new FollowedApp(data, follows);
        await app.InitializeAsync();
        return app;
    }

    private sealed class FollowedApp(string data, bool follows) : ChatApp([], data)
    {
        public EveryLine Log { get; } = new();

        public TestFollower Follower => Services.GetRequiredService<TestFollower>();

        protected override bool HasAdmin => false;

        protected override void ConfigureServices(IServiceCollection services)
        {
            services.AddSingleton<ILoggerProvider>(Log);
            if (follows)
                services.AddFollower<TestFollower>();
        }
    }

    private sealed class TestFollower(FollowedLog followed, Doorbell doorbell, TimeProvider clock, ILogger<TestFollower> logger)
        : Follower("test", followed, doorbell, clock, logger)
    {
        private readonly Channel<string> handled = Channel.CreateUnbounded<string>();

        /// <summary>The position of one that it cannot handle.</summary>
        public long? Bad { get; set; }

        /// <summary>How often it still meets an outage.</summary>
        public int OutagesLeft { get; set; }

        /// <summary>Whether it gets no further until the chat stops.</summary>
        public bool IsHeld { get; set; }

        protected override IReadOnlyList<EntryKind> Kinds { get; } = [MessageEvents.Posted];

        public Task<string> NextAsync() => handled.Reader.ReadAsync(Ct).AsTask().WaitAsync(Patience.Limit, Ct);

        protected override bool IsOutage(Exception failure) => failure is IOException;

        protected override async Task HandleAsync(IReadOnlyList<LogEntry> entries, CancellationToken ct)
        {
            if (IsHeld)
                await Task.Delay(Timeout.Infinite, ct);
            if (OutagesLeft > 0)
            {
                OutagesLeft--;
                throw new IOException("Away.");
            }
            if (entries.Any(entry => entry.Position == Bad))
                throw new InvalidOperationException("A bad entry.");
            foreach (var entry in entries)
                await handled.Writer.WriteAsync(entry.Subject, ct);
        }
    }
}
