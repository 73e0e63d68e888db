namespace BlazorChat.Core.Formatting;

/// <summary>Finds where links lead, and which words may be names.</summary>
internal sealed class Findings : Telling
{
    private readonly List<NameWord> names = [];
    private readonly List<string> links = [];

    /// <summary>Where they lead, in their order; e-mail addresses, too.</summary>
    public IReadOnlyList<string> Links => links;

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

    public override void Address(string href, ReadOnlySpan<char> shown) => links.Add(href);

    public override void Name(NameWord word) => names.Add(word);

    public override void Begin(Part part)
    {
        if (part is { Kind: PartKind.Link, Value: { } href })
            links.Add(href);
    }
}
