using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<ChatUser, ChatUserConfiguration>]
[assembly: ModelPart<Avatar, AvatarConfiguration>]
[assembly: ModelPart<Session, SessionConfiguration>]
[assembly: ModelPart<Block, BlockConfiguration>]

namespace BlazorChat.Web.Data;

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

internal sealed class SessionConfiguration : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("sessions").HasKey(s => s.Id);
        session.HasIndex(s => s.UserId);
        session.HasOne<ChatUser>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
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
