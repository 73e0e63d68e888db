using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Room, RoomConfiguration>]
[assembly: ModelPart<Membership, MembershipConfiguration>]

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
