using BlazorChat.Core.Files;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Message, MessageConfiguration>]
[assembly: ModelPart<Attachment, AttachmentConfiguration>]
[assembly: ModelPart<Upload, UploadConfiguration>]
[assembly: ModelPart<Mention, MentionConfiguration>]
[assembly: ModelPart<Reaction, ReactionConfiguration>]

namespace BlazorChat.Web.Data;

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
