using System.Text;

namespace BlazorChat.Core.Formatting;

/// <summary>Writes what a text says in one line, without signs of formatting: for excerpts.</summary>
/// <param name="enough">How many characters are asked for: once there are more, no words are added.</param>
/// <param name="named">What is shown for a word after an @, without the @; null: the word.</param>
internal sealed class OneLine(int enough = int.MaxValue, Func<NameWord, string>? named = null) : Telling
{
    private readonly StringBuilder line = new();

    public override bool HasEnough => line.Length > enough;

    public override void Words(ReadOnlySpan<char> words)
    {
        if (!HasEnough)
            line.Append(words);
    }

    public override void LineBreak() => Space();

    public override void Code(ReadOnlySpan<char> code) => Words(code);

    public override void CodeBlock(string? language, IReadOnlyList<ReadOnlyMemory<char>> code)
    {
        foreach (var part in code)
        {
            Space();
            Words(part.Span.Trim());
        }
        Space();
    }

    public override void Address(string href, ReadOnlySpan<char> shown) => Words(shown);

    public override void Name(NameWord word)
    {
        Words("@");
        Words(named?.Invoke(word) ?? word.Word);
    }

    public override void Begin(Part part) => Apart(part);

    public override void End(Part part) => Apart(part);

    public override string ToString() => line.ToString().Trim();

    private void Apart(Part part)
    {
        if (part.Kind is PartKind.Paragraph or PartKind.Quote or PartKind.List or PartKind.OrderedList or PartKind.Item)
            Space();
    }

    private void Space()
    {
        if (line.Length > 0 && line[^1] != ' ')
            line.Append(' ');
    }
}
