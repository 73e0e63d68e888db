namespace BlazorChat.Core;

/// <summary>Why a request was refused. People and programs get it as a problem with a stable code.</summary>
/// <param name="Reason">The kind of refusal; decides the HTTP status.</param>
/// <param name="Code">A stable, machine-readable code in snake_case.</param>
/// <param name="Detail">One sentence for a person: what happened, what to do.</param>
/// <param name="Field">The input field it concerns, if one does.</param>
public sealed record Refusal(RefusalReason Reason, string Code, string Detail, string? Field = null)
{
    /// <summary>The limit that was exceeded, if one was.</summary>
    public long? Limit { get; init; }

    /// <summary>The caller may not see it, or it does not exist. Both get the same answer on purpose.</summary>
    public static Refusal NotFound { get; } =
        new(RefusalReason.NotFound, "not_found", "There is no such thing, or you may not see it.");

    public static Refusal Forbidden(string detail) => new(RefusalReason.Forbidden, "forbidden", detail);

    public static Refusal Invalid(string field, string detail) => new(RefusalReason.Invalid, "invalid", detail, field);

    public static Refusal Conflict(string code, string detail, string? field = null) =>
        new(RefusalReason.Conflict, code, detail, field);

    public static Refusal TooLarge(string code, string detail, long limit) =>
        new(RefusalReason.TooLarge, code, detail) { Limit = limit };

    public static Refusal StorageFull(string detail) => new(RefusalReason.StorageFull, "storage_full", detail);

    public static Refusal Unavailable(string detail) => new(RefusalReason.Unavailable, "unavailable", detail);
}

/// <summary>The kinds of <see cref="Refusal"/>, in the order in which they are checked.</summary>
public enum RefusalReason
{
    NotSignedIn,
    NotFound,
    Forbidden,
    Invalid,
    Conflict,
    TooLarge,
    StorageFull,
    Unavailable,
}

/// <summary>Either the result or why there is none. Expected failures are results; bugs are exceptions.</summary>
public readonly record struct Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    public Refusal? Refusal { get; }

    public T Value => Refusal is null ? value! : throw new InvalidOperationException("Refused: " + Refusal.Code);

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);
}

/// <summary>The result of an action that returns nothing.</summary>
public readonly record struct Done;
