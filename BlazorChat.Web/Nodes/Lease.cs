using BlazorChat.Web.Data;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Lease, LeaseConfiguration>]

namespace BlazorChat.Web.Nodes;

/// <summary>Says which node does a piece of work that only one node may do at a time.</summary>
public sealed class Lease
{
    public const int MaxLength = 64;

    /// <summary>The work.</summary>
    public string Name { get; init; } = "";

    /// <summary>The node's id and a random part, which is new each time the lease is taken; null: nobody holds it.</summary>
    public string? Holder { get; set; }

    /// <summary>When another node may take it, by the database's clock; null: now.</summary>
    public DateTime? Until { get; set; }
}

internal sealed class LeaseConfiguration : IEntityTypeConfiguration<Lease>
{
    public void Configure(EntityTypeBuilder<Lease> lease)
    {
        lease.ToTable("leases").HasKey(l => l.Name);
        lease.Property(l => l.Name).HasMaxLength(Lease.MaxLength);
        lease.Property(l => l.Holder).HasMaxLength(Lease.MaxLength);
    }
}
