using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace BlazorChat.Web.Bundles;

/// <summary>
/// Several scripts or styles as one file. Its address changes with what is in it, so that browsers may keep it forever. It is the
/// same for everyone and holds nothing secret, so it is compressed, once.
/// </summary>
internal sealed class Bundle
{
    /// <summary>The folder that bundles seem to lie in.</summary>
    public const string Folder = "bundle";

    private static readonly string[] encodings = ["br", "gzip"];

    private readonly string type;
    private readonly byte[] plain;
    private readonly Lazy<byte[]> gzip;
    private readonly Lazy<byte[]> brotli;

    /// <param name="name">What it is called in its address, <c>chat.js</c>.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="text">What is in it.</param>
    public Bundle(string name, string type, string text)
    {
        (Name, this.type) = (name, type);
        plain = Encoding.UTF8.GetBytes(text); // half of what the text takes, and it stays as long as the program runs
        Version = Convert.ToHexStringLower(SHA256.HashData(plain))[..12];
        gzip = new(() => Compress(bytes => new GZipStream(bytes, CompressionLevel.SmallestSize)));
        brotli = new(() => Compress(bytes => new BrotliStream(bytes, new BrotliCompressionOptions { Quality = 9 })));
    }

    public string Name { get; }

    public string Text => Encoding.UTF8.GetString(plain);

    /// <summary>Changes with the text.</summary>
    public string Version { get; }

    /// <summary>Relative to the base of the chat's pages.</summary>
    public string Address => $"{Folder}/{Path.GetFileNameWithoutExtension(Name)}.{Version}{Path.GetExtension(Name)}";

    /// <summary>Answers a request for it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="version">
    /// The one asked for. During an upgrade, a page of the other version gets what there is, rather than nothing; that is not kept.
    /// </param>
    public IResult Answer(HttpContext http, string? version)
    {
        var headers = http.Response.Headers;
        headers.CacheControl = version == Version ? "public, max-age=31536000, immutable" : "no-store";
        headers.Vary = "Accept-Encoding";
        headers.ETag = $"\"{Version}\""; // the emoji picker asks by it whether its data are still these
        var encoding = encodings.FirstOrDefault(http.Request.Accepts);
        if (encoding is not null)
            headers.ContentEncoding = encoding;
        return Results.Bytes(encoding switch { "br" => brotli.Value, "gzip" => gzip.Value, _ => plain }, type);
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "Disposing the compressor is what completes the bytes.")]
    private byte[] Compress(Func<Stream, Stream> compressor)
    {
        using var bytes = new MemoryStream();
        using (var compressed = compressor(bytes))
            compressed.Write(plain);
        return bytes.ToArray();
    }
}
