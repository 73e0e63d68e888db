namespace BlazorChat.Core.Rooms;

/// <summary>Two people. The order in which they are named makes no difference.</summary>
public readonly record struct DirectPair
{
    private const char Separator = ' ';

    private DirectPair(string first, string second) => (First, Second) = (first, second);

    public string First { get; }

    public string Second { get; }

    /// <summary>The same for both of them. It is unique in the database, so a pair has one room.</summary>
    public string Key => First + Separator + Second;

    public static DirectPair Of(string one, string other) =>
        string.CompareOrdinal(one, other) <= 0 ? new DirectPair(one, other) : new DirectPair(other, one);

    public static DirectPair Parse(string key) =>
        key.Split(Separator) is [var first, var second] ? new DirectPair(first, second) : throw new FormatException(key);

    public string OtherThan(string userId) => userId == First ? Second : First;
}
