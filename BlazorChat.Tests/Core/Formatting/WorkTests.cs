using BlazorChat.Core.Formatting;
using Markdig;

namespace BlazorChat.Tests.Core.Formatting;

/// <summary>A text of any shape costs a bounded amount of work, which is counted here: clocks tell of the machine.</summary>
public sealed class WorkTests
{
    private const int Length = 40_000;

    public static TheoryData<string> Pieces =>
    [
        "*a ", "a**b", "**", "_a*", "_ ", "~~a ", "`a``", "`", "[", "[a](", "[a](<b", "[a](http://b.c) ", "![", "](", "\\*", "*a\n", "[a\n",
        "> ", ">", "> > - ", "- ", "- a\n  ", "1. ", "1. a\n   - b\n     > c\n\n", "> a\n\n", "```\n", "> ```\n", "\n", "a\n", " ", "\t- ",
        "https://a:", "http://[", "https://a@b@", "https://a.b。", "@a.", "@", ":a:", "a@b.cc ", "\u202e*", "é_", "中*文", "😀**",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void The_parser_is_let_do_so_much_and_as_much_is_told_as_was_written(string piece)
    {
        foreach (var text in new[] { Repeat(piece), string.Concat(Repeat(piece).Reverse()), Repeat(piece + "x\n"), Repeat(piece) + string.Concat(Repeat(piece).Reverse()) })
        {
            var whole = text[..Length];
            Assert.InRange(Work.Of(Markdown.Parse(whole, Grammar.Pipeline)).Done, 0, Work.Most);
            var told = new Counted();
            Formatted.Of(whole).Tell(told);
            Assert.InRange(told.Parts, 0, 2 * Length);
            Assert.InRange(told.Characters, 0, 2 * Length);
        }
    }

    private static string Repeat(string piece) => string.Concat(Enumerable.Repeat(piece, (Length / piece.Length) + 1));

    private sealed class Counted : Telling
    {
        public int Parts { get; private set; }

        public int Characters { get; private set; }

        public override void Words(ReadOnlySpan<char> words) => Count(words.Length);

        public override void LineBreak() => Count(1);

        public override void Code(ReadOnlySpan<char> code) => Count(code.Length);

        public override void CodeBlock(string? language, IReadOnlyList<ReadOnlyMemory<char>> code) => Count(code.Sum(line => line.Length + 1));

        public override void Address(string href, ReadOnlySpan<char> shown) => Count(shown.Length);

        public override void Name(NameWord word) => Count(word.Word.Length);

        public override void Begin(Part part) => Count(0);

        public override void End(Part part) => Count(0);

        private void Count(int characters)
        {
            Parts++;
            Characters += characters;
        }
    }
}
