namespace BlazorChat.Core.Files;

/// <summary>What is known of a file's bytes once they have been looked through and stored.</summary>
/// <param name="Sha256">Of the bytes that are handed out, 64 hexadecimal digits: their name in the store.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Type">What they are.</param>
/// <param name="Picture">Width and height as they are shown; null: no picture that is shown.</param>
/// <param name="Original">What came, where it is kept beside what is handed out.</param>
public sealed record FileContent(string Sha256, long Size, FileType Type, PictureSize? Picture, OriginalContent? Original = null)
{
    /// <summary>Of all bytes that are kept in the store.</summary>
    public IReadOnlyCollection<string> Hashes => Original is null ? [Sha256] : [Sha256, Original.Sha256];
}

/// <summary>Pixels, turned upright.</summary>
public sealed record PictureSize(int Width, int Height);

/// <summary>The bytes as they came, with all that a camera wrote into them. For their sender alone.</summary>
/// <param name="Sha256">Their name in the store.</param>
/// <param name="Size">Bytes.</param>
public sealed record OriginalContent(string Sha256, long Size);
