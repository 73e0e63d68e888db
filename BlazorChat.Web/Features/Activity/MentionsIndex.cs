using BlazorChat.Core.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorChat.Web.Features.Activity;

/// <summary>An index that finds someone's mentions of all rooms in the order of posting.</summary>
internal sealed class MentionsIndex : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> mention) => mention.HasIndex(m => new { m.UserId, m.MessageId });
}
