namespace BlazorChat.Core.Files;

/// <summary>What is known about a file's bytes once they are inspected and stored.</summary>
/// <param name="Sha256">The hash of the bytes that people download, 64 hexadecimal digits: their name in the store.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Type">The type of the file.</param>
/// <param name="Picture">Width and height as shown; null if it is not a picture that can be shown.</param>
/// <param name="Original">The original bytes, if they are kept as well.</param>
public sealed record FileContent(string Sha256, long Size, FileType Type, PictureSize? Picture, OriginalContent? Original = null)
{
    /// <summary>The size of all bytes kept in the store.</summary>
    public IReadOnlyCollection<string> Hashes => Original is null ? [Sha256] : [Sha256, Original.Sha256];
}

/// <summary>Pixels, turned upright.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>The original bytes, with everything that a camera wrote into them. Only the sender may download them.</summary>
/// <param name="Sha256">Their name in the store.</param>
/// <param name="Size">Bytes.</param>
public sealed record OriginalContent(string Sha256, long Size);
