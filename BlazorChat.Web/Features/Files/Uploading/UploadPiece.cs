using BlazorChat.Core.Files;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Files.Uploading;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

[assembly: ModelPart<UploadPiece, UploadPieceConfiguration>]

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// A piece of an upload that lies in the store, where every node reaches it. An upload has come as far as its pieces reach
/// without a hole, and the table allows one at each offset.
/// </summary>
public sealed class UploadPiece
{
    public string UploadId { get; init; } = "";

    /// <summary>Where it belongs in the file. Bytes.</summary>
    public long Offset { get; init; }

    /// <summary>Bytes.</summary>
    public long Length { get; init; }

    /// <summary>Its name in the store.</summary>
    public string Name { get; init; } = "";
}

internal sealed class UploadPieceConfiguration : IEntityTypeConfiguration<UploadPiece>
{
    public void Configure(EntityTypeBuilder<UploadPiece> piece)
    {
        piece.ToTable("upload_pieces").HasKey(p => new { p.UploadId, p.Offset });
        piece.HasOne<Upload>().WithMany().HasForeignKey(p => p.UploadId).OnDelete(DeleteBehavior.Cascade);
    }
}
