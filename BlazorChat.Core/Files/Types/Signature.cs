namespace BlazorChat.Core.Files.Types;

/// <summary>The bytes that identify a type of file.</summary>
/// <param name="Pattern">The bytes, one character each; a question mark matches any byte.</param>
/// <param name="Type">The type of a file with these bytes.</param>
/// <param name="Offset">The position of the bytes.</param>
/// <param name="Look">
/// Looks further, if the bytes are those of a container or prove too little; null if it is another type.
/// </param>
internal sealed record Signature(string Pattern, FileType Type, int Offset = 0, Signature.Further? Look = null)
{
    internal delegate FileType? Further(ReadOnlySpan<byte> head);

    public FileType? Of(ReadOnlySpan<byte> head) => !Matches(head) ? null : Look is null ? Type : Look(head);

    private bool Matches(ReadOnlySpan<byte> head)
    {
        if (head.Length < Offset + Pattern.Length)
            return false;
        for (var i = 0; i < Pattern.Length; i++)
            if (Pattern[i] != '?' && Pattern[i] != head[Offset + i])
                return false;
        return true;
    }
}
