using BlazorChat.Core.Messages;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Pins;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Message, PinIndex>]

namespace BlazorChat.Web.Features.Pins;

/// <summary>An index that finds a room's few pinned messages among all its messages.</summary>
internal sealed class PinIndex : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message) =>
        message.HasIndex(m => new { m.RoomId, m.PinPosition }).HasFilter("\"PinPosition\" IS NOT NULL");
}
