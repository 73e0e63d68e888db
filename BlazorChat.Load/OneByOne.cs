using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Load;

/// <summary>
/// The yardstick for durable posts: the same rows written as most programs would, one context and one
/// <c>SaveChanges</c> a message, on the same disk with the same guarantees, and without HTTP.
/// </summary>
internal static class OneByOne
{
    public static async Task<int> RunAsync(int messages, int posters, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("blazorchat-one-by-one-");
        try
        {
            var path = Path.Combine(folder.FullName, "chat.db");
            await using (var db = new Db(path))
                await db.PrepareAsync(ct);
            await WriteAllAsync(path, Math.Min(messages, 500), posters, ct); // until then the compiler is at work
            var started = Stopwatch.GetTimestamp();
            await WriteAllAsync(path, messages, posters, ct);
            var perSecond = messages / Stopwatch.GetElapsedTime(started).TotalSeconds;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"one SaveChanges a message: {perSecond:N0} a second"));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task WriteAllAsync(string path, int messages, int posters, CancellationToken ct)
    {
        var left = messages;
        // SQLite allows one writer. Posters wait for their turn here; otherwise they would wait there, asking again and again.
        using var turn = new SemaphoreSlim(1);
        await Task.WhenAll(Enumerable.Range(0, posters).Select(_ => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await turn.WaitAsync(ct);
                await using (var db = new Db(path))
                    await db.WriteAsync(ct);
                turn.Release();
            }
        }, ct)));
    }

    private sealed class Db(string path) : DbContext
    {
        public DbSet<Room> Rooms => Set<Room>();

        public DbSet<Message> Messages => Set<Message>();

        public DbSet<Entry> Log => Set<Entry>();

        public async Task PrepareAsync(CancellationToken ct)
        {
            await Database.EnsureCreatedAsync(ct);
            await Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", ct);
            Rooms.Add(new Room { Id = 1 });
            await SaveChangesAsync(ct);
        }

        public async Task WriteAsync(CancellationToken ct)
        {
            await Database.OpenConnectionAsync(ct);
            await Database.ExecuteSqlRawAsync("PRAGMA synchronous = FULL", ct);
            var room = await Rooms.SingleAsync(ct);
            var number = ++room.LastNumber;
            Messages.Add(new Message { RoomId = room.Id, Number = number, Text = "Durable, and nobody listens to it." });
            Log.Add(new Entry { RoomId = room.Id, Subject = number });
            await SaveChangesAsync(ct);
        }

        protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite($"Data Source={path}");

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
