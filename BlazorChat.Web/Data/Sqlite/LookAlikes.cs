using System.Globalization;
using System.Text;
using BlazorChat.Core.Reactions;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>
/// Rewrites reactions that were stored as they were sent into the normal form of <see cref="Emoji"/>. It is SQL, so that a
/// migration does it once and completely. If one person gave the same emoji twice, one is kept.
/// </summary>
internal static class LookAlikes
{
    private const string Selector = "\uFE0F";
    private const string Keycap = "\u20E3";

    private static readonly string[] Flags = ["🏴󠁧󠁢󠁥󠁮󠁧󠁿", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴󠁧󠁢󠁷󠁬󠁳󠁿"];

    private static readonly string Tones = string.Concat(Enumerable.Range(0x1F3FB, 5).Select(char.ConvertFromUtf32));

    // Invisible characters that may follow an emoji: the joiner and the tags.
    private static readonly string Loose =
        "\u200D" + string.Concat(Enumerable.Range(0xE0020, 0x60).Select(char.ConvertFromUtf32));

    public static string Fold { get; } = Write();

    private static string Write()
    {
        var sql = new StringBuilder();
        const int changed = 4; // the kind of entries about reactions
        sql.AppendLine(CultureInfo.InvariantCulture, $"""
            CREATE TEMP TABLE look_alikes AS SELECT was, replace(was, '{Selector}', '') AS now FROM (
                SELECT "Emoji" AS was FROM reactions
                UNION SELECT "Detail" FROM log WHERE "Kind" = {changed} AND "Detail" IS NOT NULL);
            UPDATE look_alikes SET now = rtrim(now, '{Loose}') WHERE now NOT IN ({string.Join(", ", Flags.Select(flag => $"'{flag}'"))});
            """);
        foreach (var shownAsText in Emoji.ShownAsText.EnumerateRunes())
            sql.AppendLine(CultureInfo.InvariantCulture, $"UPDATE look_alikes SET now = replace(now, '{shownAsText}', '{shownAsText}{Selector}');");
        foreach (var tone in Tones.EnumerateRunes())
            sql.AppendLine(CultureInfo.InvariantCulture, $"UPDATE look_alikes SET now = replace(now, '{Selector}{tone}', '{tone}');");
        sql.AppendLine(CultureInfo.InvariantCulture, $"""
            UPDATE look_alikes SET now = replace(now, '{Keycap}', '{Selector}{Keycap}');
            INSERT OR IGNORE INTO reactions ("MessageId", "Emoji", "UserId", "AddedAt")
                SELECT "MessageId", now, "UserId", "AddedAt" FROM reactions JOIN look_alikes ON was = "Emoji"
                WHERE was <> now AND now <> '' ORDER BY "AddedAt";
            DELETE FROM reactions WHERE "Emoji" IN (SELECT was FROM look_alikes WHERE was <> now AND now <> '');
            UPDATE log SET "Detail" = (SELECT now FROM look_alikes WHERE was = "Detail")
                WHERE "Kind" = {changed} AND "Detail" IN (SELECT was FROM look_alikes WHERE was <> now AND now <> '');
            DROP TABLE look_alikes;
            """);
        return sql.ToString();
    }
}
