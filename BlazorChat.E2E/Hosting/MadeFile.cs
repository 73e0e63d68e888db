using System.Buffers.Binary;
using System.Security.Cryptography;
using BlazorChat.Tests.Support;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>A file made for a test.</summary>
/// <param name="Type">What the browser takes it for.</param>
internal sealed record MadeFile(string Name, string Type, byte[] Bytes)
{
    /// <summary>A script that makes a <c>File</c> of <see cref="ForPage"/>.</summary>
    public const string InPage =
        "({ name, type, bytes, zeros }) => new File([Uint8Array.from(atob(bytes), byte => byte.charCodeAt(0)), new Uint8Array(zeros)], name, { type })";

    /// <summary>So many bytes follow in the page: what is only to be large need not be brought there.</summary>
    public int Zeros { get; init; }

    public object ForPage => new { name = Name, type = Type, bytes = Convert.ToBase64String(Bytes), zeros = Zeros };

    public FilePayload ForInput => new() { Name = Name, MimeType = Type, Buffer = Bytes };

    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    public static MadeFile Random(string name, int size) => new(name, "application/octet-stream", RandomNumberGenerator.GetBytes(size));

    public static MadeFile Text(string name, string text, string type = "text/plain") => new(name, type, System.Text.Encoding.UTF8.GetBytes(text));

    public static MadeFile Picture(string name, int width, int height) => new(name, "image/png", PngFile.Black(width, height));

    /// <summary>Silence: PCM, one channel of 8 bits.</summary>
    public static MadeFile Sound(string name, int seconds)
    {
        const int rate = 44_100, head = 44;
        var wav = new byte[head + rate * seconds];
        "RIFF"u8.CopyTo(wav);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(4), wav.Length - 8);
        "WAVEfmt "u8.CopyTo(wav.AsSpan(8));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(16), 16);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(20), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(22), 1);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(24), rate);
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(28), rate);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(32), 1);
        BinaryPrimitives.WriteInt16LittleEndian(wav.AsSpan(34), 8);
        "data"u8.CopyTo(wav.AsSpan(36));
        BinaryPrimitives.WriteInt32LittleEndian(wav.AsSpan(40), rate * seconds);
        wav.AsSpan(head).Fill(0x80);
        return new MadeFile(name, "audio/wav", wav);
    }
}
