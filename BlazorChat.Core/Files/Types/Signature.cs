namespace BlazorChat.Core.Files.Types;

/// <summary>By what a type of file is known.</summary>
/// <param name="Pattern">The bytes, a character each; a question mark stands for any byte.</param>
/// <param name="Type">What it is then.</param>
/// <param name="Offset">Where they stand.</param>
/// <param name="Look">Looks further, where the bytes are those of a container or prove too little; null: this is another type.</param>
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
