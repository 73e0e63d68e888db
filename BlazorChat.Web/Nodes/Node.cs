using BlazorChat.Web.Data;
using BlazorChat.Web.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<Node, NodeConfiguration>]

namespace BlazorChat.Web.Nodes;

/// <summary>A running process that serves the chat, as the others see it. It renews its row every few seconds.</summary>
public sealed class Node
{
    public const int MaxIdLength = 32;

    /// <summary>New at every start.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name of its machine or container.</summary>
    public string HostName { get; init; } = "";

    /// <summary>The program's version.</summary>
    public string Version { get; init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long StartedAt { get; init; }

    /// <summary>When it last renewed the row, by the database's clock.</summary>
    public DateTime SeenAt { get; set; }

    /// <summary>How many changes of the log its streams had not been told of then.</summary>
    public long Behind { get; set; }

    /// <summary>How many streams are open there.</summary>
    public int Streams { get; set; }

    /// <summary>Until when it lists its streams here, because someone looks at them; null: nobody does.</summary>
    public DateTime? StreamsWantedUntil { get; set; }

    /// <summary>Its streams while they are wanted: a JSON array of <see cref="StreamOfNode"/>.</summary>
    public string? OpenStreams { get; set; }
}

internal sealed class NodeConfiguration : IEntityTypeConfiguration<Node>
{
    public void Configure(EntityTypeBuilder<Node> node)
    {
        node.ToTable("nodes").HasKey(n => n.Id);
        node.Property(n => n.Id).HasMaxLength(Node.MaxIdLength);
    }
}
