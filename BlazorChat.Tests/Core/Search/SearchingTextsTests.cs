using BlazorChat.Core.Search;
using CsCheck;

namespace BlazorChat.Tests.Core.Search;

public sealed class SearchingTextsTests
{
    // Letters with and without accents, of scripts with and without spaces, digits, punctuation, symbols, marks by themselves, what is invisible.
    private static readonly string[] Pieces =
    [
        "a", "B", "é", "e\u0301", "ß", "İ", "ﬃ", "ø", "Σ", "ς", "й", "и\u0306", "ж", "我", "北", "京", "𠮷", "ガ", "ｶ", "ﾞ", "か\u3099", "한", "\u1112\u1161\u11AB", "ㅋ",
        "ไ", "ี", "हि", "म\u0940", "ש\u05C1", "م\u064F", "0", "7", "42", "-", "_", ".", "+", "#", "@", "/", ":", "'", "’", "!", "(", "。", "🎉", "👍🏽", "❤\uFE0F", "€", "½", "…",
        "\u00AD", "\u200D", "\u200B", "\uD83D", "\uE000", "v1", "PLT", " ", " ", " ", "\n", "\u3000",
        "**", "~~", "`", "[a](https://x.example/b)", "\n```js\n",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].Select(n => Pieces[n]).Array[1, 24].Select(string.Concat);

    public static TheoryData<string, string, bool> Cases => SearchCases.Rows;

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_search_finds_what_the_table_says(string query, string text, bool isFound) => Assert.Equal(isFound, Finds(text, query));

    [Fact]
    public void A_text_is_found_by_each_of_its_words() => Texts.Sample(text =>
    {
        var message = new SearchedMessage(text, null);
        return Words(text).All(word => SearchWord.Of(word) is not { } wanted || (Occurs(wanted, text) && Proposes(message, wanted)));
    }, iter: 20_000);

    [Fact]
    public void A_text_is_found_by_the_beginnings_of_its_words() => Texts.Sample(text =>
    {
        var message = new SearchedMessage(text, null);
        return Words(text).SelectMany(word => Beginnings(word)).All(beginning => !Occurs(beginning, text) || Proposes(message, beginning));
    }, iter: 5_000);

    [Fact]
    public void Whatever_occurs_in_a_text_is_proposed_by_the_index() => Gen.Select(Texts, Texts).Sample((text, query) =>
        SearchWord.Of(query) is not { } wanted || !Occurs(wanted, text) || Proposes(new SearchedMessage(text, null), wanted), iter: 20_000);

    [Fact]
    public void What_the_index_knows_for_itself_occurs() => Gen.Select(Texts, Texts).Sample((text, query) =>
        SearchWord.Of(query) is not { IsKnownToIndex: true } wanted || Occurs(wanted, text) == Proposes(new SearchedMessage(text, null), wanted), iter: 20_000);

    [Theory]
    [InlineData("the house of the man", "\"house of\"", true)]
    [InlineData("the house of the man", "\"of house\"", false)]
    [InlineData("the house, of the man", "\"house man\"", false)]
    [InlineData("see v1 b2 there", "\"1 b\"", true)]
    [InlineData("see v1 👍 b2 there", "\"v1 b2\"", false)]
    public void A_phrase_is_proposed_only_where_its_words_stand_side_by_side(string text, string phrase, bool isProposed) =>
        Assert.Equal(isProposed, Proposes(new SearchedMessage(text, null), Parse(phrase).Words[0]));

    [Fact]
    public void A_text_of_any_length_has_short_terms()
    {
        HashSet<string> terms = [];
        var text = new string('x', 5000);
        new SearchedMessage(text, null).CollectTerms(terms);

        Assert.Equal(40, Assert.Single(terms).Length);
        Assert.True(Finds(text, text[..400] + "*"));
        Assert.False(Finds(text, text[..400]));
    }

    [Theory]
    [InlineData("Hello, world!", "WORLD hello", "0-5 7-12")]
    [InlineData("Die Straße, die STRASSE", "strasse", "4-10 16-23")]
    [InlineData("e\u0301te\u0301 fini", "été", "0-5")]
    [InlineData("👍 我今天去北京", "北京", "7-9")]
    [InlineData("C++ and C", "c", "0-1 8-9")]
    [InlineData("aaa aaa", "a*", "0-1 4-5")]
    [InlineData("to be to be to", "\"to be to\"", "0-8")]
    [InlineData("foo_bar", "foo_bar foo", "0-7")]
    [InlineData("It is **ready** now", "\"ready now\"", "8-19")]
    [InlineData("Not ready. Now it is *ready* now", "\"ready now\" not", "0-3 22-32")]
    [InlineData("See [the plan](https://example.org/a) of May", "\"plan of may\"", "9-44")]
    [InlineData("- one\n- two\n\n> three", "\"one two three\"", "2-20")]
    [InlineData("1. one\n2. `two`", "\"one two\"", "3-14")]
    [InlineData("re**ad**y now", "\"ready now\" ready", "0-13")]
    [InlineData("**one** two", "one", "2-5")]
    public void Marks_say_where_in_the_text_the_words_stand(string text, string query, string marks) =>
        Assert.Equal(marks, string.Join(' ', new SearchedMessage(text, null).Marks(Parse(query)).Select(mark => $"{mark[0]}-{mark[1]}")));

    [Fact]
    public void The_name_of_a_file_is_searched_but_not_marked()
    {
        var message = new SearchedMessage("The numbers", "Budget_2026.xlsx");

        Assert.True(message.Matches(Parse("budget numbers xlsx")));
        Assert.Equal([4, 11], Assert.Single(message.Marks(Parse("budget numbers"))));
    }

    private static SearchQuery Parse(string query) => SearchQuery.Parse(query, TimeZoneInfo.Utc).Value;

    private static bool Finds(string text, string query)
    {
        var (message, wanted) = (new SearchedMessage(text, null), Parse(query));
        var finds = message.Matches(wanted);
        Assert.True(!finds || wanted.Words.All(word => Proposes(message, word)), "The index does not propose what the text has.");
        return finds;
    }

    private static bool Occurs(SearchWord word, string text) => new SearchedMessage(text, null).Has(word);

    private static bool Proposes(SearchedMessage message, SearchWord word)
    {
        HashSet<string> terms = [];
        message.CollectTerms(terms);
        return word.Terms.All(term => term.IsPrefix ? terms.Any(each => each.StartsWith(term.Text, StringComparison.Ordinal)) : terms.Contains(term.Text));
    }

    private static string[] Words(string text) => text.Split([' ', '\n', '\u3000', '\u200B'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<SearchWord> Beginnings(string word) =>
        Enumerable.Range(1, word.Length).Select(length => SearchWord.Of(word[..length], isPrefix: true)).OfType<SearchWord>();
}
