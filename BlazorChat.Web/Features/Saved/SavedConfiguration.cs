using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Saved;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<SavedMessage, SavedConfiguration>]

namespace BlazorChat.Web.Features.Saved;

internal sealed class SavedConfiguration : IEntityTypeConfiguration<SavedMessage>
{
    public void Configure(EntityTypeBuilder<SavedMessage> saved)
    {
        saved.ToTable("saved_messages").HasKey(s => new { s.UserId, s.MessageId });
        saved.HasIndex(s => new { s.UserId, s.Position });
        saved.HasIndex(s => s.MessageId);
        saved.HasOne<Message>().WithMany().HasForeignKey(s => s.MessageId).OnDelete(DeleteBehavior.Cascade);
        saved.HasOne<ChatUser>().WithMany().HasForeignKey(s => s.UserId);
    }
}
