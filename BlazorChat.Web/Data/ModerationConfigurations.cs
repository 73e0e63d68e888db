using BlazorChat.Core.Invites;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Moderation;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Mute, MuteConfiguration>]
[assembly: ModelPart<Report, ReportConfiguration>]
[assembly: ModelPart<Invite, InviteConfiguration>]

namespace BlazorChat.Web.Data;

internal sealed class MuteConfiguration : IEntityTypeConfiguration<Mute>
{
    public void Configure(EntityTypeBuilder<Mute> mute)
    {
        mute.ToTable("silences").HasKey(s => new { s.RoomId, s.UserId });
        mute.Property(s => s.Reason).HasMaxLength(Mute.MaxReasonLength);
        mute.HasOne<Room>().WithMany().HasForeignKey(s => s.RoomId).OnDelete(DeleteBehavior.Cascade);
        mute.HasOne<ChatUser>().WithMany().HasForeignKey(s => s.UserId);
    }
}

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> report)
    {
        report.ToTable("reports").HasKey(r => r.Id);
        report.HasIndex(r => new { r.MessageId, r.ReporterId }).IsUnique();
        report.HasIndex(r => new { r.RoomId, r.State });
        report.HasOne<Room>().WithMany().HasForeignKey(r => r.RoomId).OnDelete(DeleteBehavior.Cascade);
        report.HasOne<Message>().WithMany().HasForeignKey(r => r.MessageId).OnDelete(DeleteBehavior.Cascade);
        report.HasOne<ChatUser>().WithMany().HasForeignKey(r => r.ReporterId);
    }
}

internal sealed class InviteConfiguration : IEntityTypeConfiguration<Invite>
{
    public void Configure(EntityTypeBuilder<Invite> invite)
    {
        invite.ToTable("invites").HasKey(i => i.Id);
        invite.HasIndex(i => i.Code).IsUnique();
        invite.HasOne<Room>().WithMany().HasForeignKey(i => i.RoomId).OnDelete(DeleteBehavior.Cascade);
        invite.HasOne<ChatUser>().WithMany().HasForeignKey(i => i.CreatedById);
    }
}
