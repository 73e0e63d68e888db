using BlazorChat.Core.Files;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorChat.Web.Data;

internal sealed class RoomConfiguration : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> room)
    {
        room.ToTable("rooms").HasKey(r => r.Id);
        room.Property(r => r.Id).HasMaxLength(RoomSlug.MaxLength);
        room.Property(r => r.Name).HasMaxLength(RoomName.MaxLength);
        room.Property(r => r.Topic).HasMaxLength(RoomTopic.MaxLength);
        room.HasIndex(r => r.DirectKey).IsUnique();
    }
}

internal sealed class MembershipConfiguration : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("memberships").HasKey(m => new { m.RoomId, m.UserId });
        membership.HasIndex(m => m.UserId);
        membership.Property(m => m.HasNotificationsOff).HasColumnName("IsMuted");
        membership.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId).OnDelete(DeleteBehavior.Cascade);
        membership.HasOne<ChatUser>().WithMany().HasForeignKey(m => m.UserId);
    }
}

internal sealed class MessageConfiguration : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.ToTable("messages").HasKey(m => m.Id);
        message.Property(m => m.Id).ValueGeneratedNever();
        message.HasIndex(m => new { m.RoomId, m.Number }).IsUnique();
        message.HasIndex(m => new { m.RoomId, m.Number }, "IX_messages_deleted").HasFilter("\"DeletedAt\" IS NOT NULL");
        message.HasIndex(m => new { m.AuthorId, m.ClientId }).IsUnique().HasFilter("\"ClientId\" IS NOT NULL");
        message.HasOne<Room>().WithMany().HasForeignKey(m => m.RoomId).OnDelete(DeleteBehavior.Cascade);
        message.HasOne<ChatUser>().WithMany().HasForeignKey(m => m.AuthorId);
    }
}

internal sealed class AttachmentConfiguration : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        // No foreign keys: a row outlives its message and room until its bytes are deleted.
        attachment.ToTable("attachments").HasKey(a => a.Id);
        attachment.HasIndex(a => a.MessageId).IsUnique();
        attachment.HasIndex(a => new { a.RoomId, a.MessageId });
        attachment.HasIndex(a => a.SenderId);
        attachment.HasIndex(a => a.Sha256);
        attachment.HasIndex(a => a.OriginalSha256).HasFilter("\"OriginalSha256\" IS NOT NULL");
        attachment.HasIndex(a => a.DiscardedAt).HasFilter("\"DiscardedAt\" IS NOT NULL");
        attachment.Ignore(a => a.HasThumbnail);
    }
}

internal sealed class UploadConfiguration : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> upload)
    {
        upload.ToTable("uploads").HasKey(u => u.Id);
        upload.HasIndex(u => u.UserId);
    }
}

internal sealed class MentionConfiguration : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> mention)
    {
        // In this order, someone's unread mentions in a room are next to each other in the index.
        mention.ToTable("mentions").HasKey(m => new { m.UserId, m.RoomId, m.Number });
        mention.HasIndex(m => m.MessageId);
        mention.HasOne<Message>().WithMany().HasForeignKey(m => m.MessageId).OnDelete(DeleteBehavior.Cascade);
        mention.HasOne<ChatUser>().WithMany().HasForeignKey(m => m.UserId);
    }
}

internal sealed class ReactionConfiguration : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> reaction)
    {
        reaction.ToTable("reactions").HasKey(r => new { r.MessageId, r.Emoji, r.UserId });
        reaction.HasOne<Message>().WithMany().HasForeignKey(r => r.MessageId).OnDelete(DeleteBehavior.Cascade);
        reaction.HasOne<ChatUser>().WithMany().HasForeignKey(r => r.UserId);
    }
}

internal sealed class BlockConfiguration : IEntityTypeConfiguration<Block>
{
    public void Configure(EntityTypeBuilder<Block> block)
    {
        block.ToTable("blocks").HasKey(b => new { b.UserId, b.BlockedId });
        block.HasIndex(b => b.BlockedId);
        block.HasOne<ChatUser>().WithMany().HasForeignKey(b => b.UserId).OnDelete(DeleteBehavior.Cascade);
        block.HasOne<ChatUser>().WithMany().HasForeignKey(b => b.BlockedId).OnDelete(DeleteBehavior.Cascade);
    }
}

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

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").HasKey(s => s.Id);
        session.HasIndex(s => s.UserId);
        session.HasOne<ChatUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class SettingConfiguration : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> setting) => setting.ToTable("settings").HasKey(s => s.Key);
}

internal sealed class ChatUserConfiguration : IEntityTypeConfiguration<ChatUser>
{
    public void Configure(EntityTypeBuilder<ChatUser> user)
    {
        user.Property(u => u.DisplayName).HasMaxLength(DisplayName.MaxLength);
        user.Property(u => u.StatusText).HasMaxLength(StatusText.MaxLength);
    }
}

internal sealed class AvatarConfiguration : IEntityTypeConfiguration<Avatar>
{
    public void Configure(EntityTypeBuilder<Avatar> avatar)
    {
        avatar.ToTable("avatars").HasKey(a => a.UserId);
        avatar.HasOne<ChatUser>().WithOne().HasForeignKey<Avatar>(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
    }
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
