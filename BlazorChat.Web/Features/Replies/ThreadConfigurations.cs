using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Replies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Message, RepliesIndex>]
[assembly: ModelPart<MessageThread, ThreadConfiguration>]
[assembly: ModelPart<ThreadFollow, ThreadFollowConfiguration>]

namespace BlazorChat.Web.Features.Replies;

/// <summary>An index that finds the replies of a thread among all messages, in their order.</summary>
internal sealed class RepliesIndex : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message) =>
        message.HasIndex(m => new { m.ThreadId, m.Id }).HasFilter("\"ThreadId\" IS NOT NULL");
}

internal sealed class ThreadConfiguration : IEntityTypeConfiguration<MessageThread>
{
    public void Configure(EntityTypeBuilder<MessageThread> thread)
    {
        thread.ToTable("threads").HasKey(t => t.RootId);
        thread.Property(t => t.RootId).ValueGeneratedNever();
        thread.Ignore(t => t.UserIds);
        thread.HasOne<Message>().WithOne().HasForeignKey<MessageThread>(t => t.RootId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class ThreadFollowConfiguration : IEntityTypeConfiguration<ThreadFollow>
{
    public void Configure(EntityTypeBuilder<ThreadFollow> follow)
    {
        follow.ToTable("thread_follows").HasKey(f => new { f.UserId, f.RootId });
        follow.HasIndex(f => f.RootId);
        follow.HasOne<Message>().WithMany().HasForeignKey(f => f.RootId).OnDelete(DeleteBehavior.Cascade);
        follow.HasOne<ChatUser>().WithMany().HasForeignKey(f => f.UserId);
    }
}
