using System.Buffers;
using System.Text;

namespace BlazorChat.Core.Files.Types;

/// <summary>Text is valid UTF-8 without binary characters. The bytes may end within a character.</summary>
internal static class PlainText
{
    public static FileType? Find(ReadOnlySpan<byte> head)
    {
        while (!head.IsEmpty)
        {
            var found = Rune.DecodeFromUtf8(head, out var rune, out var length);
            if (found == OperationStatus.NeedMoreData)
                break;
            if (found == OperationStatus.InvalidData || IsBinary(rune))
                return null;
            head = head[length..];
        }
        return FileType.Text;
    }

    // Logs of terminals contain escapes. https://mimesniff.spec.whatwg.org/#binary-data-byte counts them as text, too.
    private static bool IsBinary(Rune rune) => rune.Value is < 0x20 and not ('\t' or '\n' or '\r' or '\f' or 0x1B);
}
