namespace BlazorChat.Core.Formatting;

/// <summary>Is told what a text says, part by part: each writes or finds something else.</summary>
internal abstract class Telling
{
    /// <summary>Whether it needs to hear no more.</summary>
    public virtual bool HasEnough => false;

    public abstract void Words(ReadOnlySpan<char> words);

    public abstract void LineBreak();

    /// <summary>Code within a line.</summary>
    public abstract void Code(ReadOnlySpan<char> code);

    /// <param name="language">What stands after the fence; null: nothing that could be a language.</param>
    /// <param name="code">Its lines.</param>
    public abstract void CodeBlock(string? language, IReadOnlyList<ReadOnlyMemory<char>> code);

    /// <summary>A link, or an e-mail address, that stands in the text as it is.</summary>
    public abstract void Address(string href, ReadOnlySpan<char> shown);

    /// <summary>A word after an @.</summary>
    public abstract void Name(NameWord word);

    public virtual void Begin(Part part)
    {
    }

    public virtual void End(Part part)
    {
    }
}

/// <summary>A part that has others in it. Paragraphs are told only where several parts stand side by side.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Of a link where it leads, of an ordered list its first number.</param>
internal readonly record struct Part(PartKind Kind, string? Value = null);

internal enum PartKind
{
    Paragraph,
    Quote,
    List,
    OrderedList,
    Item,
    Bold,
    Italic,
    Struck,
    Link,
}
