namespace BlazorChat.Core.Search;

/// <summary>What someone searches for: words that must all occur, and what else must hold.</summary>
public sealed record SearchQuery
{
    public const int MaxLength = 500;
    private const int MostParts = 32;

    private static readonly Refusal Nothing = Refusal.Invalid("q", "Say what to search for: a word, or a filter such as from:me.");

    /// <summary>All of these must occur, in the text or in the name of the file.</summary>
    public IReadOnlyList<SearchWord> Words { get; private init; } = [];

    /// <summary>None of these may occur.</summary>
    public IReadOnlyList<SearchWord> Excluded { get; private init; } = [];

    /// <summary>Names or ids of rooms, one of which it must be: <c>#general</c> or <c>general</c>; <c>@ada</c> is the conversation with her.</summary>
    public IReadOnlyList<string> Rooms { get; private init; } = [];

    /// <summary>Usernames, one of which must be the author: <c>@ada</c>, <c>ada</c>, or <c>me</c>.</summary>
    public IReadOnlyList<string> Authors { get; private init; } = [];

    public bool HasFile { get; private init; }

    public bool HasImage { get; private init; }

    public bool HasLink { get; private init; }

    public bool IsPinned { get; private init; }

    /// <summary>It must be a reply in a thread.</summary>
    public bool IsInThread { get; private init; }

    /// <summary>Posted then or later, Unix milliseconds.</summary>
    public long? Since { get; private init; }

    /// <summary>Posted before then, Unix milliseconds.</summary>
    public long? Until { get; private init; }

    /// <param name="text">The query as people type it.</param>
    /// <param name="zone">Whose days are meant.</param>
    public static Result<SearchQuery> Parse(string? text, TimeZoneInfo zone)
    {
        if (text is { Length: > MaxLength })
            return Refusal.Invalid("q", $"A search has at most {MaxLength} characters.");
        var parts = QueryPart.In(text ?? "");
        if (parts.Refusal is { } unreadable)
            return unreadable;
        if (parts.Value.Count > MostParts)
            return Refusal.Invalid("q", $"A search has at most {MostParts} words.");
        Result<SearchQuery> query = new SearchQuery();
        foreach (var part in parts.Value)
            if ((query = query.Value.With(part, zone)).Refusal is { } why)
                return why;
        return query.Value.IsEmpty ? Nothing : query;
    }

    // What is not there is no place to begin: only "-word", or only punctuation.
    private bool IsEmpty => Words.All(word => word.Terms.Count == 0) && Rooms.Count == 0 && Authors.Count == 0 &&
        !HasFile && !HasImage && !HasLink && !IsPinned && !IsInThread && Since is null && Until is null;

    private Result<SearchQuery> With(QueryPart part, TimeZoneInfo zone)
    {
        if (part.Filter is null)
            return SearchWord.Of(part.Text, part.IsPrefix) is not { } word ? this
                : part.IsExcluded ? this with { Excluded = [.. Excluded, word] }
                : this with { Words = [.. Words, word] };
        if (part.IsExcluded)
            return Refusal.Invalid("q", $"Only words can be excluded, not {part.Filter}: filters.");
        return part.Text.Length == 0
            ? Refusal.Invalid("q", $"Write something after {part.Filter}:, without a space.")
            : part.Filter switch
            {
                "in" => this with { Rooms = [.. Rooms, part.Text] },
                "from" => this with { Authors = [.. Authors, part.Text.TrimStart('@')] },
                "has" => WithHas(part.Text.ToLowerInvariant()),
                "is" => WithIs(part.Text.ToLowerInvariant()),
                _ => WithDay(part.Filter, part.Text, zone),
            };
    }

    private Result<SearchQuery> WithHas(string what) => what switch
    {
        "file" => this with { HasFile = true },
        "image" => this with { HasImage = true },
        "link" => this with { HasLink = true },
        _ => Refusal.Invalid("q", "Write file, image or link after has:, such as has:file."),
    };

    private Result<SearchQuery> WithIs(string what) => what switch
    {
        "pinned" => this with { IsPinned = true },
        "thread" => this with { IsInThread = true },
        _ => Refusal.Invalid("q", "Write pinned or thread after is:, such as is:pinned."),
    };

    private Result<SearchQuery> WithDay(string filter, string text, TimeZoneInfo zone)
    {
        if (SearchDay.Parse(text, zone) is not { } day)
            return Refusal.Invalid("q", $"Write a day after {filter}:, such as {filter}:2026-11-28.");
        return filter switch
        {
            "before" => this with { Until = Math.Min(Until ?? long.MaxValue, day.Start) },
            "after" => this with { Since = Math.Max(Since ?? long.MinValue, day.End) },
            _ => this with { Since = Math.Max(Since ?? long.MinValue, day.Start), Until = Math.Min(Until ?? long.MaxValue, day.End) },
        };
    }
}
