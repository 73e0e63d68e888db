namespace BlazorChat.Load.Search;

/// <summary>A kind of search that is made again and again, with other words each time.</summary>
/// <param name="Name">What is searched for.</param>
/// <param name="Who">Who searches.</param>
/// <param name="Ask">The query, made by chance: what <c>q</c> says.</param>
/// <param name="IsLater">Whether a later page is asked for, from somewhere in the middle.</param>
internal sealed record SearchCase(string Name, Searcher Who, Func<Random, string> Ask, bool IsLater = false)
{
    private const int VeryCommon = 20;

    /// <param name="authors">Names of people who wrote.</param>
    /// <param name="rooms">Ids of rooms that someone who sees much may see.</param>
    /// <param name="texts">Some of the texts, for phrases.</param>
    /// <param name="days">The first day and how many there are.</param>
    public static IReadOnlyList<SearchCase> All(string[] authors, string[] rooms, string[] texts, (DateOnly First, int Count) days)
    {
        string Common(Random random) => Chatter.Word(random.Next(VeryCommon));
        string Middle(Random random) => Chatter.Word(random.Next(200, 2_000));
        string Rare(Random random) => Chatter.Word(random.Next(50_000, Chatter.Words));
        string Any(Random random, string[] of) => of[random.Next(of.Length)];
        string Day(Random random) => days.First.AddDays(random.Next(days.Count)).ToString("O", null);
        string Phrase(Random random) => Neighbours(random, texts, 3, Chatter.Words);
        string Unsaid(Random random) => $"\"{Common(random)} {Common(random)}\"";
        return
        [
            new("a common word", Searcher.SeesMuch, Common),
            new("a common word, a later page", Searcher.SeesMuch, Common, IsLater: true),
            new("a word of the middle", Searcher.SeesMuch, Middle),
            new("a rare word", Searcher.SeesMuch, Rare),
            new("a word that nobody said", Searcher.SeesMuch, random => $"xq{random.Next()}"),
            new("two common words", Searcher.SeesMuch, random => $"{Common(random)} {Common(random)}"),
            new("a common word and a rare one", Searcher.SeesMuch, random => $"{Common(random)} {Rare(random)}"),
            new("a common word without another", Searcher.SeesMuch, random => $"{Common(random)} -{Common(random)}"),
            new("the beginning of words, two letters", Searcher.SeesMuch, random => Middle(random)[..2] + "*"),
            new("the beginning of words, four letters", Searcher.SeesMuch, random => Middle(random)[..4] + "*"),
            new("a phrase", Searcher.SeesMuch, Phrase),
            new("a phrase, a later page", Searcher.SeesMuch, Phrase, IsLater: true),
            new("a phrase of two common words", Searcher.SeesMuch, random => Neighbours(random, texts, 2, 300)),
            new("a phrase of two common words, a later page", Searcher.SeesMuch, random => Neighbours(random, texts, 2, 300), IsLater: true),
            new("a phrase of two common words that nobody said", Searcher.SeesMuch, Unsaid),
            new("without a phrase of two common words", Searcher.SeesMuch, random => $"{Common(random)} -\"{Common(random)} {Common(random)}\""),
            new("one Chinese character", Searcher.SeesMuch, random => Chatter.Ideograph(random.Next(200))),
            new("two Chinese characters", Searcher.SeesMuch, random => Chatter.Ideograph(random.Next(100)) + Chatter.Ideograph(random.Next(100))),
            new("the number of a ticket", Searcher.SeesMuch, random => $"PLT-{random.Next(1, 100_000)}"),
            new("from: and a common word", Searcher.SeesMuch, random => $"from:@{Any(random, authors)} {Common(random)}"),
            new("in: and a common word", Searcher.SeesMuch, random => $"in:{Any(random, rooms)} {Common(random)}"),
            new("in: and a word of the middle", Searcher.SeesMuch, random => $"in:{Any(random, rooms)} {Middle(random)}"),
            new("on: and a common word", Searcher.SeesMuch, random => $"on:{Day(random)} {Common(random)}"),
            new("before: and a word of the middle", Searcher.SeesMuch, random => $"before:{Day(random)} {Middle(random)}"),
            new("after: and a rare word", Searcher.SeesMuch, random => $"after:{Day(random)} {Rare(random)}"),
            new("from: and in: alone", Searcher.SeesMuch, random => $"from:@{Any(random, authors)} in:{Any(random, rooms)}"),
            new("from: and in:, a later page", Searcher.SeesMuch, random => $"from:@{Any(random, authors)} in:{Any(random, rooms)}", IsLater: true),
            new("has:link", Searcher.SeesMuch, _ => "has:link"),
            new("on: alone", Searcher.SeesMuch, random => $"on:{Day(random)}"),
            new("a common word, by someone who sees little", Searcher.SeesLittle, Common),
            new("a rare word, by someone who sees little", Searcher.SeesLittle, Rare),
            new("a phrase nobody said, by someone who sees little", Searcher.SeesLittle, Unsaid),
        ];
    }

    // Words that stand beside each other in one of the texts, each among so many of the most common ones.
    private static string Neighbours(Random random, string[] texts, int count, int mostCommon)
    {
        var known = CommonWords(mostCommon);
        while (true)
        {
            var words = texts[random.Next(texts.Length)].Split(' ');
            if (words.Length <= count)
                continue;
            var from = random.Next(1, words.Length - count);
            var phrase = words[from..(from + count)];
            if (phrase.All(word => known?.Contains(word) ?? word.All(char.IsLetterOrDigit)))
                return $"\"{string.Join(' ', phrase)}\"";
        }
    }

    private static readonly Lazy<HashSet<string>> commonWords = new(() => [.. Enumerable.Range(0, 300).Select(Chatter.Word)]);

    private static HashSet<string>? CommonWords(int mostCommon) => mostCommon == 300 ? commonWords.Value : null;
}

/// <summary>Who searches.</summary>
internal enum Searcher
{
    /// <summary>Someone who may read nine tenths of what was said.</summary>
    SeesMuch,

    /// <summary>Someone who may read a sixteenth.</summary>
    SeesLittle,
}
