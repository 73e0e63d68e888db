using BlazorChat.Core.Live;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<LogEntry, LogEntryConfiguration>]
[assembly: ModelPart<LogState, LogStateConfiguration>]
[assembly: ModelPart<FollowerPosition, FollowerPositionConfiguration>]
[assembly: ModelPart<Setting, SettingConfiguration>]
[assembly: ModelPart<AuditEntry, AuditEntryConfiguration>]

namespace BlazorChat.Web.Data;

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> entry)
    {
        entry.ToTable("log").HasKey(e => e.Position);
        entry.Property(e => e.Position).ValueGeneratedNever();
        entry.Property(e => e.Kind).HasConversion(kind => kind.Number, number => new EntryKind(number));
        entry.HasIndex(e => new { e.RoomId, e.Position });
    }
}

internal sealed class LogStateConfiguration : IEntityTypeConfiguration<LogState>
{
    public void Configure(EntityTypeBuilder<LogState> state)
    {
        state.ToTable("log_state").HasKey(s => s.Id);
        state.Property(s => s.Id).ValueGeneratedNever();
    }
}

internal sealed class FollowerPositionConfiguration : IEntityTypeConfiguration<FollowerPosition>
{
    public void Configure(EntityTypeBuilder<FollowerPosition> follower)
    {
        follower.ToTable("followers").HasKey(f => f.Name);
        follower.Property(f => f.Name).HasMaxLength(FollowerPosition.MaxNameLength);
    }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting) => setting.ToTable("settings").HasKey(s => s.Key);
}

internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("audit").HasKey(e => e.Id);
        entry.HasIndex(e => e.UserId);
        entry.HasIndex(e => e.ActorId);
    }
}
