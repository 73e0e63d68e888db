using BlazorChat.Core.Users;

namespace BlazorChat.Web.Features.Notices;

/// <summary>How the caller wants to be told of messages.</summary>
/// <param name="Sound">The name of the sound, or <c>none</c>; null: they have not chosen yet.</param>
/// <param name="QuietFrom">From when on not to disturb: a time of day by the clock where they are; null: no hours.</param>
/// <param name="QuietTo">When those hours end.</param>
/// <param name="PausedUntil">Until when not to disturb, Unix milliseconds; null: no pause.</param>
public sealed record NoticeView(string? Sound, string? QuietFrom, string? QuietTo, long? PausedUntil)
{
    internal static NoticeView Of(NoticeSettings? settings) =>
        new(settings?.Sound, settings?.QuietFrom, settings?.QuietTo, settings?.PausedUntil);
}
