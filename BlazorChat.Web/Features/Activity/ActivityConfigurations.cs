using BlazorChat.Core.Messages;
using BlazorChat.Core.Reactions;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Activity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Mention, MentionsIndex>]
[assembly: ModelPart<Reaction, ReactionsIndex>]
[assembly: ModelPart<Answer, AnswerConfiguration>]

namespace BlazorChat.Web.Features.Activity;

/// <summary>An index that finds someone's mentions of all rooms in the order of posting.</summary>
internal sealed class MentionsIndex : IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<Mention> mention) => mention.HasIndex(m => new { m.UserId, m.MessageId });
}

/// <summary>An index that finds what others gave to someone's messages, in the order of giving.</summary>
internal sealed class ReactionsIndex : IEntityTypeConfiguration<Reaction>
{
    public void Configure(EntityTypeBuilder<Reaction> reaction) =>
        reaction.HasIndex(r => new { r.ToUserId, r.AddedAt }).HasFilter("\"ToUserId\" IS NOT NULL");
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> answer)
    {
        // Written together with the message, by the statements that insert it.
        answer.ToTable("answers").HasKey(a => new { a.UserId, a.MessageId });
        answer.HasIndex(a => a.MessageId);
        answer.HasOne<Message>().WithMany().HasForeignKey(a => a.MessageId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne<ChatUser>().WithMany().HasForeignKey(a => a.UserId);
    }
}
