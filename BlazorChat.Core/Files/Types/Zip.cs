using System.Buffers.Binary;
using System.Text;
using static BlazorChat.Core.Files.FileKind;

namespace BlazorChat.Core.Files.Types;

/// <summary>
/// Office documents are zip files. Their first entries tell which; types come from this list, never from the file.
/// </summary>
internal static class Zip
{
    private const int HeaderBytes = 30;

    private static readonly (string Folder, FileType Type)[] OpenXml =
    [
        ("word/", FileType.Saved("application/vnd.openxmlformats-officedocument.wordprocessingml.document", Document)),
        ("xl/", FileType.Saved("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Document)),
        ("ppt/", FileType.Saved("application/vnd.openxmlformats-officedocument.presentationml.presentation", Document)),
    ];

    // These formats begin with an uncompressed entry that names their type.
    private static readonly FileType[] Declared =
    [
        FileType.Saved("application/vnd.oasis.opendocument.text", Document),
        FileType.Saved("application/vnd.oasis.opendocument.spreadsheet", Document),
        FileType.Saved("application/vnd.oasis.opendocument.presentation", Document),
        FileType.Saved("application/vnd.oasis.opendocument.graphics", Document),
        FileType.Saved("application/epub+zip", Document),
    ];

    private static FileType Archived { get; } = FileType.Saved("application/zip", Archive);

    public static FileType Find(ReadOnlySpan<byte> head)
    {
        for (var entry = NextEntry(head); !entry.IsEmpty; entry = NextEntry(entry[HeaderBytes..]))
        {
            var name = Name(entry);
            if (name == "mimetype")
                return Declare(Stored(entry));
            foreach (var (folder, type) in OpenXml)
                if (name.StartsWith(folder, StringComparison.Ordinal))
                    return type;
        }
        return Archived;
    }

    private static FileType Declare(string contentType) =>
        Array.Find(Declared, type => type.ContentType == contentType) ?? Archived;

    // The header before an entry's bytes may not give their length. Then we search for the next entry.
    private static ReadOnlySpan<byte> NextEntry(ReadOnlySpan<byte> rest)
    {
        var at = rest.IndexOf("PK\u0003\u0004"u8);
        return at < 0 || rest.Length < at + HeaderBytes ? [] : rest[at..];
    }

    private static string Name(ReadOnlySpan<byte> entry) =>
        Text(entry, HeaderBytes, BinaryPrimitives.ReadUInt16LittleEndian(entry[26..]));

    private static string Stored(ReadOnlySpan<byte> entry)
    {
        var isStored = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]) == 0;
        var names = BinaryPrimitives.ReadUInt16LittleEndian(entry[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        return isStored ? Text(entry, HeaderBytes + names, BinaryPrimitives.ReadUInt32LittleEndian(entry[18..])) : "";
    }

    private static string Text(ReadOnlySpan<byte> entry, int start, long length) =>
        start + length > entry.Length ? "" : Encoding.Latin1.GetString(entry.Slice(start, (int)length));
}
