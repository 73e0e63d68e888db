using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace BlazorChat.Core.Formatting;

/// <summary>A link, a name after an @ or an emoji by its name.</summary>
internal sealed class TokenInline(Token token, string written) : LeafInline
{
    public Token Token => token;

    public string Written => written;
}

/// <summary>Reads them before emphasis does: a <c>_</c> in an address is part of it.</summary>
internal sealed class TokenParser : InlineParser
{
    public TokenParser() => OpeningCharacters = [':', '@'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var before = processor.Inline as LiteralInline;
        var from = before is not null && ReferenceEquals(before.Content.Text, slice.Text) && before.Content.End + 1 == slice.Start ? before.Content.Start : slice.Start;
        var token = Tokens.At(slice.Text, slice.Start, from, slice.End + 1);
        if (token.Kind == TokenKind.None)
            return false;
        if (token.Kind == TokenKind.Name && IsEmphasized(processor.Inline, slice.Start))
            token = WithoutSign(token);
        if (token.Start < slice.Start)
            before!.Content.End = token.Start - 1;
        processor.Inline = new TokenInline(token, slice.Text[token.Start..token.End]);
        slice.Start = token.End;
        return true;
    }

    // In "_@ada_" the last sign belongs to the first.
    private static bool IsEmphasized(Inline? before, int at) =>
        before is EmphasisDelimiterInline { DelimiterChar: '_' } sign && sign.Content.End + 1 == at;

    private static Token WithoutSign(Token name)
    {
        var word = name.Value.TrimEnd('_');
        return word.Length > 1 ? name with { End = name.Start + 1 + word.Length, Value = word } : name;
    }
}

/// <summary>A backslash before a sign takes its meaning away. Other backslashes stay, and so does the shrug.</summary>
internal sealed class EscapeParser : InlineParser
{
    private const string Shrug = @"¯\_(ツ)_/¯";

    public EscapeParser() => OpeningCharacters = ['\\'];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var next = slice.PeekChar();
        var isShrug = slice.Start > 0 && slice.Text.AsSpan(slice.Start - 1).StartsWith(Shrug, StringComparison.Ordinal);
        if (!isShrug && next is not ('*' or '_' or '~' or '`' or '[' or ']'))
            return false;
        var (start, end) = isShrug ? (slice.Start, slice.Start + Shrug.Length - 2) : (slice.Start + 1, slice.Start + 1);
        processor.Inline = new LiteralInline { Content = new StringSlice(slice.Text, start, end) };
        slice.Start = end + 1;
        return true;
    }
}
