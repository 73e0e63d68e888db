using System.Security.Cryptography;

namespace BlazorChat.Core.Files;

/// <summary>A file that comes in pieces: what has come so far is the length of its file in the staging area.</summary>
public sealed class Upload
{
    private const int IdBytes = 16;

    private Upload()
    {
    }

    /// <summary>Random. Only its sender can continue the upload, by this id.</summary>
    public string Id { get; private init; } = "";

    public string UserId { get; private init; } = "";

    /// <summary>Bytes, as announced: no more is taken, and no less makes a file.</summary>
    public long Size { get; private init; }

    /// <summary>When it is given up, Unix milliseconds.</summary>
    public long ExpiresAt { get; private init; }

    public static Upload Announce(string userId, long size, long expiresAt) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        UserId = userId,
        Size = size,
        ExpiresAt = expiresAt,
    };
}
