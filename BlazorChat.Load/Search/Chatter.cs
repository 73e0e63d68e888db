using System.Globalization;
using System.Text;

namespace BlazorChat.Load.Search;

/// <summary>
/// Texts as people write them, as far as an index can tell: a few words are in many messages and most words in very few (Zipf's law),
/// most messages are short, and some are in Cyrillic letters, in Chinese, or have links, numbers of tickets and emoji. The same seed gives the same
/// texts.
/// </summary>
internal sealed class Chatter
{
    /// <summary>How many different words there are in each of the alphabets.</summary>
    public const int Words = 150_000;

    /// <summary>Of so many of the most common words, no two are ever neighbours.</summary>
    public const int NeverNeighbours = 20;

    private const int Ideographs = 3_000;
    private const string Consonants = "bdfghklmnprstvz";
    private const string Vowels = "aeiou";
    private const string CyrillicLetters = "абвгдежзиклмнопрстуфхчшяюэ";

    private static readonly double[] wordSums = Sums(Words);
    private static readonly double[] ideographSums = Sums(Ideographs);

    private readonly Random random;

    public Chatter(int seed) => random = new Random(seed);

    public string Next() => random.Next(100) switch
    {
        < 7 => Chinese(),
        < 16 => Spaced(CyrillicWord),
        _ => Spaced(Word),
    };

    /// <summary>A word by its rank: 0 is the most common one.</summary>
    public static string Word(int rank)
    {
        // Common words are short. The syllables count in a system of 75, so each rank has a word of its own.
        var word = new StringBuilder();
        for (var left = rank; word.Length == 0 || left > 0; left /= 75)
            word.Append(Consonants[left % 75 / 5]).Append(Vowels[left % 5]);
        return word.Append("nrstl"[rank % 5]).ToString();
    }

    public static string CyrillicWord(int rank) => string.Concat(Word(rank).Select(letter => CyrillicLetters[letter - 'a']));

    public static string Ideograph(int rank) => ((char)(0x4E00 + (rank * 7 % 20_000))).ToString();

    private string Spaced(Func<int, string> word)
    {
        var text = new StringBuilder();
        // Half of the messages have at most eight words, one in a hundred more than fifty.
        var count = Math.Clamp((int)Math.Exp(2.1 + (0.8 * Normal())), 1, 120);
        for (var (n, last) = (0, Words); n < count; n++)
        {
            var rank = Rank(wordSums);
            if (rank < NeverNeighbours && last < NeverNeighbours)
                rank = NeverNeighbours + random.Next(1_000);
            text.Append(n == 0 ? "" : random.Next(12) == 0 ? ", " : " ").Append(word(last = rank));
        }
        text[0] = char.ToUpperInvariant(text[0]);
        return text.Append(Ending()).ToString();
    }

    private string Chinese()
    {
        var text = new StringBuilder();
        for (var count = Math.Clamp((int)Math.Exp(2.5 + (0.7 * Normal())), 2, 150); count > 0; count--)
            text.Append(Ideograph(Rank(ideographSums))).Append(count % 12 == 0 ? "，" : "");
        return text.Append('。').ToString();
    }

    private string Ending() => random.Next(100) switch
    {
        < 3 => string.Create(CultureInfo.InvariantCulture, $" PLT-{random.Next(1, 100_000)}"),
        < 5 => string.Create(CultureInfo.InvariantCulture, $" https://{Word(random.Next(2_000))}.example/{Word(random.Next(20_000))}/{random.Next(1_000)}"),
        < 8 => " 👍",
        < 20 => "?",
        < 30 => "!",
        _ => ".",
    };

    private int Rank(double[] sums)
    {
        var at = Array.BinarySearch(sums, random.NextDouble() * sums[^1]);
        return Math.Min(at < 0 ? ~at : at, sums.Length - 1);
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    private static double[] Sums(int count)
    {
        var sums = new double[count];
        for (var n = 0; n < count; n++)
            sums[n] = (n == 0 ? 0 : sums[n - 1]) + (1.0 / (n + 2));
        return sums;
    }
}
