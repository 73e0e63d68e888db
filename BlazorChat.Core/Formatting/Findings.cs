namespace BlazorChat.Core.Formatting;

/// <summary>Finds whether there is a link, and which words may be names.</summary>
internal sealed class Findings : Telling
{
    private readonly List<NameWord> names = [];

    public bool HasLink { get; private set; }

    public IReadOnlyList<NameWord> Names => names;

    public override void Words(ReadOnlySpan<char> words)
    {
    }

    public override void LineBreak()
    {
    }

    public override void Code(ReadOnlySpan<char> code)
    {
    }

    public override void CodeBlock(string? language, IReadOnlyList<ReadOnlyMemory<char>> code)
    {
    }

    public override void Address(string href, ReadOnlySpan<char> shown) => HasLink = true;

    public override void Name(NameWord word) => names.Add(word);

    public override void Begin(Part part) => HasLink |= part.Kind == PartKind.Link;
}
