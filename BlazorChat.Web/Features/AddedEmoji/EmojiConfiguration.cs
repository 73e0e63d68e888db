using BlazorChat.Core.Reactions;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.AddedEmoji;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<CustomEmoji, EmojiConfiguration>]

namespace BlazorChat.Web.Features.AddedEmoji;

internal sealed class EmojiConfiguration : IEntityTypeConfiguration<CustomEmoji>
{
    public void Configure(EntityTypeBuilder<CustomEmoji> emoji)
    {
        emoji.ToTable("custom_emoji").HasKey(e => e.Name);
        emoji.Property(e => e.Name).HasMaxLength(CustomEmoji.LongestName);
        emoji.HasIndex(e => e.UserId);
        emoji.HasOne<ChatUser>().WithMany().HasForeignKey(e => e.UserId).OnDelete(DeleteBehavior.SetNull);
    }
}
