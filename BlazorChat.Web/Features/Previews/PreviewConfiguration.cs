using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Previews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<LinkedPage, LinkedPageConfiguration>]
[assembly: ModelPart<LinkPreview, LinkPreviewConfiguration>]

namespace BlazorChat.Web.Features.Previews;

internal sealed class LinkedPageConfiguration : IEntityTypeConfiguration<LinkedPage>
{
    public void Configure(EntityTypeBuilder<LinkedPage> page)
    {
        page.ToTable("linked_pages").HasKey(p => p.Id);
        page.HasIndex(p => p.UrlKey);
        page.HasIndex(p => p.Picture).HasFilter("\"Picture\" IS NOT NULL");
        page.HasIndex(p => p.WantedAt, "IX_linked_pages_waiting").HasFilter("\"State\" = 0");
    }
}

internal sealed class LinkPreviewConfiguration : IEntityTypeConfiguration<LinkPreview>
{
    public void Configure(EntityTypeBuilder<LinkPreview> preview)
    {
        preview.ToTable("link_previews").HasKey(p => new { p.MessageId, p.UrlKey });
        preview.HasIndex(p => p.PageId);
        preview.HasOne<Message>().WithMany().HasForeignKey(p => p.MessageId).OnDelete(DeleteBehavior.Cascade);
        preview.HasOne<LinkedPage>().WithMany().HasForeignKey(p => p.PageId).OnDelete(DeleteBehavior.Cascade);
    }
}
