using System.Security.Cryptography;

namespace BlazorChat.Core.Files;

/// <summary>
/// A file that is uploaded in pieces. The length of its file in the staging area is how much has come so far.
/// </summary>
public sealed class Upload
{
    private const int IdBytes = 16;

    private Upload()
    {
    }

    /// <summary>Random. Only its sender can continue the upload, by this id.</summary>
    public string Id { get; private init; } = "";

    public string UserId { get; private init; } = "";

    /// <summary>The announced size in bytes. More is refused, and fewer do not make a file.</summary>
    public long Size { get; private init; }

    /// <summary>When the upload expires, Unix milliseconds.</summary>
    public long ExpiresAt { get; private init; }

    public static Upload Announce(string userId, long size, long expiresAt) => new()
    {
        Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)),
        UserId = userId,
        Size = size,
        ExpiresAt = expiresAt,
    };
}
