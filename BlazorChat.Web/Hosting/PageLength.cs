using System.Globalization;
using BlazorChat.Core;

namespace BlazorChat.Web.Hosting;

/// <summary>How many items of a list one request may ask for.</summary>
internal static class PageLength
{
    public const int Default = 50;
    private const int Max = 200;

    private static readonly Refusal Bad = Refusal.Invalid("limit", $"The limit is a number from 1 to {Max}.");

    /// <param name="limit">The number in the request; null for the default.</param>
    public static Result<int> Of(string? limit) =>
        limit is null ? Default
        : int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is >= 1 and <= Max ? length
        : Bad;
}
