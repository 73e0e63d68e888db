using BlazorChat.Core.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BlazorChat.Web.Features.Pins;

/// <summary>Finds the few pinned messages of a room among all that were said there.</summary>
internal sealed class PinIndex : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message) =>
        message.HasIndex(m => new { m.RoomId, m.PinPosition }).HasFilter("\"PinPosition\" IS NOT NULL");
}
