using System.Reflection;
using BlazorChat.Core.Files;
using BlazorChat.Core.Invites;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorChat.Web.Data;

/// <summary>
/// The database: people, rooms, messages, and the log of what changed. Each kind of database has its own subclass, which
/// knows what differs.
/// </summary>
public abstract class ChatDb(DbContextOptions options) : IdentityUserContext<ChatUser>(options), IDataProtectionKeyContext
{
    /// <summary>Whether several nodes may use it at the same time.</summary>
    public abstract bool IsShared { get; }

    /// <summary>
    /// Users who may sign in, be found, be added to rooms and be written to: <see cref="ChatUser.IsActive"/> as a query.
    /// </summary>
    public IQueryable<ChatUser> ActiveUsers =>
        Users.Where(u => u.DeletedAt == null && u.DeactivatedAt == null && u.BannedAt == null);

    public DbSet<Session> Sessions => Set<Session>();

    /// <summary>
    /// Valid sessions, unless they have expired: the account is active and its security stamp is still the same.
    /// </summary>
    public IQueryable<Session> GoodSessions =>
        Sessions.Where(s => ActiveUsers.Any(u => u.Id == s.UserId && u.SecurityStamp == s.Stamp));

    public DbSet<Avatar> Avatars => Set<Avatar>();

    public DbSet<Room> Rooms => Set<Room>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<Message> Messages => Set<Message>();

    public DbSet<Attachment> Attachments => Set<Attachment>();

    public DbSet<Upload> Uploads => Set<Upload>();

    public DbSet<Mention> Mentions => Set<Mention>();

    public DbSet<Reaction> Reactions => Set<Reaction>();

    public DbSet<Mute> Mutes => Set<Mute>();

    public DbSet<Report> Reports => Set<Report>();

    public DbSet<Invite> Invites => Set<Invite>();

    public DbSet<Block> Blocks => Set<Block>();

    public DbSet<LogEntry> Log => Set<LogEntry>();

    public DbSet<AuditEntry> Audit => Set<AuditEntry>();

    public DbSet<Setting> Settings => Set<Setting>();

    public DbSet<LogState> LogState => Set<LogState>();

    /// <summary>The keys that protect cookies.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    public DbSet<Secret> Secrets => Set<Secret>();

    public DbSet<FollowerPosition> Followers => Set<FollowerPosition>();

    /// <summary>The index of messages by their terms.</summary>
    public abstract SearchIndex SearchIndex { get; }

    /// <summary>The state of the log.</summary>
    public async Task<Cursor> HeadAsync(CancellationToken ct)
    {
        var state = await LogState.AsNoTracking().SingleAsync(ct);
        return new Cursor(state.Epoch, state.Head);
    }

    /// <summary>Lets several queries see the database as of one moment, without taking the write lock.</summary>
    public abstract Task<IDbContextTransaction> SnapshotAsync(CancellationToken ct);

    /// <summary>Keeps every other node from taking the same locks until they are disposed.</summary>
    /// <param name="names">What is locked, always in the same order.</param>
    /// <param name="ct">Ends the waiting.</param>
    public abstract Task<DatabaseLock> LockAsync(IReadOnlyList<string> names, CancellationToken ct);

    /// <summary>How many bytes it takes on disk.</summary>
    public abstract Task<long> SizeAsync(CancellationToken ct);

    /// <summary>Whether there is any table.</summary>
    internal abstract Task<bool> HasTablesAsync(CancellationToken ct);

    /// <summary>The machines or containers of the nodes that use it just now, as far as they said so in the last seconds.</summary>
    internal abstract Task<IReadOnlyList<string>> RunningNodesAsync(CancellationToken ct);

    /// <summary>The statements that run for every message, on the open connection of this context.</summary>
    internal abstract LogStatements PrepareStatements();

    /// <summary>What must be done before this version's migrations are made, while no other node makes them.</summary>
    internal virtual Task BeforeMigratingAsync(ILogger logger) => Task.CompletedTask;

    /// <summary>What must be set each time the chat starts.</summary>
    internal virtual Task PrepareAsync() => SearchIndex.PrepareAsync(this, CancellationToken.None);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        foreach (var part in typeof(ChatDb).Assembly.GetCustomAttributes<ModelPartAttribute>())
            part.AddTo(builder);
    }
}
