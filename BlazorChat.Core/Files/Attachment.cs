using System.Security.Cryptography;
using BlazorChat.Core.Messages;

namespace BlazorChat.Core.Files;

/// <summary>A file in a message. The store keeps its bytes under their hash, once for all messages that share them.</summary>
public sealed class Attachment
{
    private const int IdBytes = 16;

    private Attachment()
    {
    }

    /// <summary>Random, because it is part of addresses.</summary>
    public string Id { get; private init; } = "";

    public long MessageId { get; private init; }

    /// <summary>The file's room: people who may read the room may read the file.</summary>
    public string RoomId { get; private init; } = "";

    public string SenderId { get; private init; } = "";

    /// <summary>The name that people see. It is never a path on our disk.</summary>
    public string Name { get; private init; } = "";

    public string ContentType { get; private init; } = "";

    public FileKind Kind { get; private init; }

    public bool ShowsInline { get; private init; }

    /// <summary>Bytes.</summary>
    public long Size { get; private init; }

    /// <summary>The hash of the bytes that people download, 64 hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Width in pixels, turned upright; null if it is not a picture that can be shown.</summary>
    public int? Width { get; private init; }

    public int? Height { get; private init; }

    /// <summary>The hash of the original bytes, where they are kept. Only the sender may download them.</summary>
    public string? OriginalSha256 { get; private init; }

    /// <summary>Bytes.</summary>
    public long? OriginalSize { get; private init; }

    /// <summary>Unix milliseconds.</summary>
    public long PostedAt { get; private init; }

    /// <summary>
    /// When it was discarded, Unix milliseconds. Nobody may download it since then; the row goes once its bytes are deleted.
    /// </summary>
    public long? DiscardedAt { get; private init; }

    /// <summary>Whether it has a thumbnail.</summary>
    public bool HasThumbnail => Width is not null;

    public static Attachment To(Message message, FileName name, FileContent content) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        MessageId = message.Id,
        RoomId = message.RoomId,
        SenderId = message.AuthorId,
        Name = name.Value,
        ContentType = content.Type.ContentType,
        Kind = content.Type.Kind,
        ShowsInline = content.Type.ShowsInline,
        Size = content.Size,
        Sha256 = content.Sha256,
        Width = content.Picture?.Width,
        Height = content.Picture?.Height,
        OriginalSha256 = content.Original?.Sha256,
        OriginalSize = content.Original?.Size,
        PostedAt = message.PostedAt,
    };

    /// <summary>The size of all bytes that it takes in the store.</summary>
    public IEnumerable<string> Hashes() => OriginalSha256 is null ? [Sha256] : [Sha256, OriginalSha256];
}
