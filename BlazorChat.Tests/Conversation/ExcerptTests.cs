using BlazorChat.Web.Conversation.Side;

namespace BlazorChat.Tests.Conversation;

public sealed class ExcerptTests
{
    [Fact]
    public void A_short_text_is_shown_whole_with_its_words_marked() =>
        Assert.Equal("The [café] is [open]!", Show("The café is open!", [4, 8], [12, 16]));

    [Fact]
    public void Of_a_long_text_the_part_around_the_first_word_is_shown()
    {
        var text = new string('a', 500) + " word " + new string('b', 500);
        var shown = Show(text, [501, 505]);

        Assert.StartsWith("…aaaa", shown, StringComparison.Ordinal);
        Assert.Contains("a [word] b", shown, StringComparison.Ordinal);
        Assert.EndsWith("bbb…", shown, StringComparison.Ordinal);
        Assert.True(shown.Length < 250);
    }

    [Fact]
    public void Without_a_word_in_it_a_long_text_is_shown_from_its_beginning() =>
        Assert.Equal(new string('a', 240) + "…", Show(new string('a', 300)));

    [Fact]
    public void No_character_is_cut_in_two()
    {
        var text = string.Concat(Enumerable.Repeat("👍", 300));

        for (var at = 0; at < 600; at += 2)
            Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(Show("x" + text, [at + 1, at + 3]))));
    }

    private static string Show(string text, params int[][] marks) =>
        string.Concat(Excerpt.Of(text, marks).Select(piece => piece.IsMarked ? $"[{piece.Text}]" : piece.Text));
}
