using System.Globalization;
using BlazorChat.Core;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Sizes in words, and the refusals of files that are too large.</summary>
internal static class Sizes
{
    private static readonly string[] Units = ["bytes", "KB", "MB", "GB", "TB"];

    /// <summary><c>25 MB</c>, as file managers count: 1 MB is 1,048,576 bytes.</summary>
    public static string InWords(long bytes)
    {
        if (bytes == 1)
            return "1 byte";
        var (size, unit) = ((double)bytes, 0);
        for (; size >= 1024 && unit < Units.Length - 1; unit++)
            size /= 1024;
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Round(size, size < 100 ? 1 : 0):0.#} {Units[unit]}");
    }

    public static Refusal TooLarge(long limit) =>
        Refusal.TooLarge("too_large", string.Create(CultureInfo.InvariantCulture, $"A file may have up to {InWords(limit)} ({limit} bytes)."), limit);

    public static Refusal OverQuota(long quota, long used) => Refusal.TooLarge(
        "quota_exceeded", $"Your files may take {InWords(quota)}; with this one they would take more. They take {InWords(used)} now: delete some.", quota);
}
