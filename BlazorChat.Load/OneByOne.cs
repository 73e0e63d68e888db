using System.Diagnostics;
using System.Globalization;
using BlazorChat.Load.Client;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Load;

/// <summary>
/// The yardstick for durable posts: the same rows written as most programs would, one context and one
/// <c>SaveChanges</c> a message, on the same disk with the same guarantees, and without HTTP.
/// </summary>
internal static class OneByOne
{
    public static async Task<int> OnSqliteAsync(int messages, int posters, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("blazorchat-one-by-one-");
        try
        {
            var path = Path.Combine(folder.FullName, "chat.db");
            await MeasureAsync(new DbContextOptionsBuilder().UseSqlite($"Data Source={path}").Options, messages, posters, ct);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public static async Task<int> OnPostgresAsync(int messages, int posters, CancellationToken ct)
    {
        await using var postgres = await PostgresServer.StartAsync(isDurable: true);
        await MeasureAsync(new DbContextOptionsBuilder().UseNpgsql(postgres.ConnectionString("one_by_one")).Options, messages, posters, ct);
        return 0;
    }

    private static async Task MeasureAsync(DbContextOptions options, int messages, int posters, CancellationToken ct)
    {
        await using (var db = new Db(options))
            await db.PrepareAsync(ct);
        await WriteAllAsync(options, Math.Min(messages, 500), posters, ct); // until then the compiler is at work
        var started = Stopwatch.GetTimestamp();
        await WriteAllAsync(options, messages, posters, ct);
        var perSecond = messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one SaveChanges a message: {perSecond:N0} a second"));
    }

    private static async Task WriteAllAsync(DbContextOptions options, int messages, int posters, CancellationToken ct)
    {
        var left = messages;
        // One writes at a time: SQLite allows no more, and in PostgreSQL all need the room's row. Posters wait for their turn
        // here, which costs less than waiting there.
        using var turn = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, posters).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await turn.WaitAsync(ct);
                await using (var db = new Db(options))
                    await db.WriteAsync(ct);
                turn.Release();
            }
        }, ct)));
    }

    private sealed class Db(DbContextOptions options) : DbContext(options)
    {
        public DbSet<Room> Rooms => Set<Room>();

        public DbSet<Message> Messages => Set<Message>();

        public DbSet<Entry> Log => Set<Entry>();

        public async Task PrepareAsync(CancellationToken ct)
        {
            await Database.EnsureCreatedAsync(ct);
            if (Database.IsSqlite())
                await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
            Rooms.Add(new Room { Id = 1 });
            await SaveChangesAsync(ct);
        }

        public async Task WriteAsync(CancellationToken ct)
        {
            await Database.OpenConnectionAsync(ct);
            if (Database.IsSqlite())
                await Database.ExecuteSqlRawAsync("PRAGMA synchronous = FULL", ct);
            var room = await Rooms.SingleAsync(ct);
            var number = ++room.LastNumber;
            Messages.Add(new Message { RoomId = room.Id, Number = number, Text = "Durable, and nobody listens to it." });
            Log.Add(new Entry { RoomId = room.Id, Subject = number });
            await SaveChangesAsync(ct);
        }

        protected override void OnModelCreating(ModelBuilder model) =>
            model.Entity<Message>().HasIndex(m => new { m.RoomId, m.Number }).IsUnique();
    }

    private sealed class Room
    {
        public int Id { get; init; }

        public long LastNumber { get; set; }
    }

    private sealed class Message
    {
        public long Id { get; init; }

        public int RoomId { get; init; }

        public long Number { get; init; }

        public string Text { get; init; } = "";
    }

    private sealed class Entry
    {
        public long Id { get; init; }

        public int RoomId { get; init; }

        public long Subject { get; init; }
    }
}
