using System.Globalization;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Notices;

/// <summary>Keeps how someone wants to be told of messages. Only their own devices hear of it.</summary>
public sealed class NoticeCommands(LogWriter log)
{
    // What is further ahead is a mistake, such as microseconds, and may be no time at all to a browser.
    private const long LongestPause = 10L * 366 * 24 * 60 * 60 * 1000;

    private static readonly string[] sounds = ["none", "chime", "drop", "knock", "bell"];

    private static readonly Refusal NoSuchSound = Refusal.Invalid("sound", $"The sounds are {string.Join(", ", sounds)}.");

    private static readonly Refusal NoMoment = Refusal.Invalid("paused_until", "That is no time within ten years: say Unix milliseconds.");

    public Task<Result<Done>> SetAsync(Caller caller, NoticeChange wanted) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (!sounds.Contains(wanted.Sound))
            return NoSuchSound;
        if (!IsTime(wanted.QuietFrom) || !IsTime(wanted.QuietTo))
            return Refusal.Invalid(IsTime(wanted.QuietFrom) ? "quiet_to" : "quiet_from", "Say a time of day as hours and minutes: 22:00.");
        if (wanted.PausedUntil < 0 || wanted.PausedUntil > append.Now + LongestPause)
            return NoMoment;
        var settings = await append.Beside.Set<NoticeSettings>().FindAsync([caller.UserId], ct);
        if (settings is null)
            append.Beside.Add(settings = NoticeSettings.Of(caller.UserId));
        settings.Become(wanted.Sound!, wanted.QuietFrom, wanted.QuietTo, wanted.PausedUntil);
        append.Log(NoticeEvents.Changed, null, caller.UserId, caller.UserId);
        return default(Done);
    });

    // Somebody may have chosen only one of the two so far: that is no hours yet.
    private static bool IsTime(string? text) => text is null || TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);
}

/// <param name="Sound"><c>none</c>, <c>chime</c>, <c>drop</c>, <c>knock</c> or <c>bell</c>.</param>
/// <param name="QuietFrom">From when on not to disturb: a time of day, <c>22:00</c>, by the clock where one is; null: no hours.</param>
/// <param name="QuietTo">When those hours end.</param>
/// <param name="PausedUntil">Until when not to disturb, Unix milliseconds; null: no pause.</param>
public sealed record NoticeChange([Needed] string? Sound, string? QuietFrom, string? QuietTo, long? PausedUntil);
