using BlazorChat.Tests.Fire;
using BlazorChat.Tests.Fire.Model;
using CsCheck;

namespace BlazorChat.Tests.Nodes;

/// <summary>
/// The same histories as on one node, but each request goes to another of two nodes than the one before it: streams come back
/// elsewhere, posts, edits and changes of members are made in turn.
/// </summary>
[Collection(UnderFire.Name)]
public sealed class WanderingTests(WanderingTests.Chat app) : IClassFixture<WanderingTests.Chat>
{
    private const int Histories = 15;

    [Fact]
    public Task Readers_who_wander_between_nodes_know_what_a_fresh_load_shows() => Operation.Histories.SampleAsync(
        async history =>
        {
            await using var world = await World.BeginAsync(app);
            foreach (var step in history)
                await world.DoAsync(step);
            var differences = await world.CompareAsync();
            Assert.True(differences.Length == 0, string.Join(Environment.NewLine, differences));
        },
        iter: Histories, threads: 1, print: Operation.Print);

    /// <summary>Two nodes, and clients that turn to each of them in turn.</summary>
    public sealed class Chat() : ChatApp([("Chat:Limits:StreamsPerUser", "1000")], isOnPostgres: true)
    {
        private NodeApp? other;

        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            other = new NodeApp(this, ("Chat:Limits:StreamsPerUser", "1000"));
            await other.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await other!.DisposeAsync();
            await base.DisposeAsync();
            GC.SuppressFinalize(this);
        }

        protected override HttpMessageHandler NewHandler() => new InTurn(this) { InnerHandler = base.NewHandler() };

        private sealed class InTurn(Chat chat) : DelegatingHandler
        {
            private int asked;

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                if (chat.other is { } other && Interlocked.Increment(ref asked) % 2 == 0)
                    request.RequestUri = new Uri(other.Address, request.RequestUri!.PathAndQuery);
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
