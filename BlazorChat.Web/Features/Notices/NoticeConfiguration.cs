using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<NoticeSettings, NoticeConfiguration>]

namespace BlazorChat.Web.Features.Notices;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<NoticeSettings>
{
    public void Configure(EntityTypeBuilder<NoticeSettings> settings)
    {
        settings.ToTable("notice_settings").HasKey(s => s.UserId);
        settings.HasOne<ChatUser>().WithOne().HasForeignKey<NoticeSettings>(s => s.UserId);
    }
}
