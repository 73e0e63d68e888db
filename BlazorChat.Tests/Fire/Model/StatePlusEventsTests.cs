using System.Globalization;
using BlazorChat.Tests.Features.Previews;
using CsCheck;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>
/// What you see is what is stored: whatever people do, whenever readers come and go, what each reader made of one load
/// and the events after it is what a fresh load shows. <c>FIRE_HISTORIES</c> says how many histories to try; a failure
/// prints the shortest one found and a seed, which <c>CsCheck_Seed</c> takes.
/// </summary>
[Collection(UnderFire.Name)]
public sealed class StatePlusEventsTests(StatePlusEventsTests.Chat app) : IClassFixture<StatePlusEventsTests.Chat>
{
    private static readonly long Histories =
        long.Parse(Environment.GetEnvironmentVariable("FIRE_HISTORIES") ?? "40", CultureInfo.InvariantCulture);

    [Fact]
    public Task A_load_and_the_events_after_it_show_what_a_fresh_load_shows() => Operation.Histories.SampleAsync(
        async history =>
        {
            await using var world = await World.BeginAsync(app, app.Site);
            foreach (var step in history)
                await world.DoAsync(step);
            await app.PreviewsSettledAsync();
            var differences = await world.CompareAsync();
            Assert.True(differences.Length == 0, string.Join(Environment.NewLine, differences));
        },
        iter: Histories, threads: 1, print: Operation.Print);

    public sealed class Chat() : ChatApp(
        [("Chat:Limits:StreamsPerUser", "1000"), ("Chat:LinkPreviews:Enabled", "true"), ("Chat:LinkPreviews:AllowPrivateNetworks", "true")])
    {
        public Site Site { get; } = new();

        public override async ValueTask InitializeAsync()
        {
            await Site.InitializeAsync();
            await base.InitializeAsync();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            await Site.DisposeAsync();
        }
    }
}
