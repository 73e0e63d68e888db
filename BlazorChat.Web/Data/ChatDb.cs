using BlazorChat.Core.Files;
using BlazorChat.Core.Invites;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace BlazorChat.Web.Data;

/// <summary>The database: people, rooms, messages, and the log of what changed.</summary>
public sealed class ChatDb(DbContextOptions<ChatDb> options) : IdentityUserContext<ChatUser>(options)
{
    /// <summary>Whether several nodes may use it at the same time.</summary>
    public bool IsShared => false;

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

    public DbSet<FollowerPosition> Followers => Set<FollowerPosition>();

    /// <summary>The state of the log.</summary>
    public async Task<Cursor> HeadAsync(CancellationToken ct)
    {
        var state = await LogState.AsNoTracking().SingleAsync(ct);
        return new Cursor(state.Epoch, state.Head);
    }

    /// <summary>Lets several queries see the database as of one moment, without taking the write lock.</summary>
    public async Task<IDbContextTransaction> SnapshotAsync(CancellationToken ct)
    {
        await Database.OpenConnectionAsync(ct);
        var connection = (SqliteConnection)Database.GetDbConnection();
        return (await Database.UseTransactionAsync(connection.BeginTransaction(deferred: true), ct))!;
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(ChatDb).Assembly);
    }
}
