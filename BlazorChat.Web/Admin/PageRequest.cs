using BlazorChat.Core;

namespace BlazorChat.Web.Admin;

/// <summary>Which part of a long list.</summary>
/// <param name="Page">Counted from 1; the first page if absent.</param>
/// <param name="Limit">The page size, 1 to 200; 50 if absent.</param>
internal sealed record PageRequest(int? Page, int? Limit)
{
    private const int MostAtOnce = 200;
    private const int MostPages = 1_000_000;

    public int Number => Page ?? 1;

    public int Size => Limit ?? 50;

    public int Skipped => (Number - 1) * Size;

    public Refusal? Check() =>
        Number is < 1 or > MostPages ? Refusal.Invalid("page", "Pages count from 1.")
        : Size is < 1 or > MostAtOnce ? Refusal.Invalid("limit", $"Ask for 1 to {MostAtOnce} at once.")
        : null;
}
