using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

/// <summary>How SQLite finds what is asked for. It plans without looking at the data, so an empty chat shows it as well as a large one.</summary>
public sealed class LookUpsTests() : IAsyncLifetime
{
    private readonly ChatApp app = new([], isOnPostgres: false);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(4000)]
    public async Task Messages_are_found_by_their_ids_however_many_and_not_by_reading_whole_rooms(int count)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<ChatDb>>().CreateDbContextAsync(ct);
        long[] ids = [.. Enumerable.Range(1, count)];
        var rooms = db.RoomIdsSeenBy("ada");
        await using var command = db.Messages.Where(m => ids.Contains(m.Id) && rooms.Contains(m.RoomId)).CreateDbCommand();

        await db.Database.OpenConnectionAsync(ct);
#pragma warning disable CA2100 // EF Core's own text
        command.CommandText = "EXPLAIN QUERY PLAN " + command.CommandText;
#pragma warning restore CA2100
        await using var plan = await command.ExecuteReaderAsync(ct);
        List<string> steps = [];
        while (await plan.ReadAsync(ct))
            steps.Add(plan.GetString(3));

        Assert.Equal("SEARCH m USING INTEGER PRIMARY KEY (rowid=?)", steps[0]);
    }
}
