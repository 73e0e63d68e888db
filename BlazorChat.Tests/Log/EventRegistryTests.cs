using System.Reflection;
using BlazorChat.Core.Live;
using BlazorChat.Web.Log;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Log;

public sealed class EventRegistryTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly EventKind Pinned = new(new EntryKind(7001), Reach.Room, "pin");

    [Fact]
    public void A_kind_that_two_features_register_stops_the_start()
    {
        var failure = Assert.Throws<InvalidOperationException>(
            () => new EventRegistry([new Source(Pinned)], [new EventKind(Pinned.Kind, Reach.Nobody)], []));

        Assert.Equal("Two features have registered the entries of kind 7001.", failure.Message);
    }

    // Every feature declares its kinds as static fields.
    [Fact]
    public void Every_kind_that_the_program_declares_has_an_owner_in_it()
    {
        var registry = app.Services.GetRequiredService<EventRegistry>();

        var declared = typeof(EventRegistry).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(EntryKind)).Select(field => (EntryKind)field.GetValue(null)!).ToList();

        Assert.NotEmpty(declared);
        Assert.All(declared, kind => Assert.True(registry.Knows(kind), $"No feature has registered the entries of kind {kind.Number}."));
    }

    [Fact]
    public void Names_are_those_of_told_kinds_and_of_passing_events_each_once()
    {
        var registry = new EventRegistry(
            [new Source(Pinned, new EventKind(new EntryKind(7003), Reach.Subject, "pin"))], [new EventKind(new EntryKind(7004), Reach.Nobody)],
            [new PassingEvent("typing")]);

        Assert.Equal(["pin", "typing"], registry.Names);
        Assert.Equal([Pinned.Kind], registry.KindsWith(Reach.Room));
        Assert.Null(registry.SourceOf(new EntryKind(7004)));
    }

    private sealed class Source(params EventKind[] kinds) : IEventSource
    {
        public IReadOnlyList<EventKind> Kinds => kinds;

        public Task TellAsync(IReadOnlyList<ToldEntry> entries, CancellationToken ct) => Task.CompletedTask;
    }
}
