using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Drafts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Draft, DraftConfiguration>]

namespace BlazorChat.Web.Features.Drafts;

internal sealed class DraftConfiguration : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> draft)
    {
        draft.ToTable("drafts").HasKey(d => new { d.UserId, d.RoomId, d.ThreadId });
        draft.HasIndex(d => d.RoomId);
        draft.HasOne<Room>().WithMany().HasForeignKey(d => d.RoomId).OnDelete(DeleteBehavior.Cascade);
        draft.HasOne<ChatUser>().WithMany().HasForeignKey(d => d.UserId);
    }
}
