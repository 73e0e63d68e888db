using System.Globalization;

namespace BlazorChat.Core.Live;

/// <summary>
/// What a client hands back to go on where it was: the database's epoch and a position in its log. Opaque to clients.
/// </summary>
public readonly record struct Cursor(string Epoch, long Position)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}-{Position}");

    public static bool TryParse(string? text, out Cursor cursor)
    {
        cursor = default;
        var dash = text?.LastIndexOf('-') ?? -1;
        if (dash <= 0 || !long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            return false;
        cursor = new Cursor(text![..dash], position);
        return true;
    }
}
