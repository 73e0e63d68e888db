namespace BlazorChat.Load.Search;

/// <summary>Finds the same words by other means, asked of the database itself.</summary>
internal static class SearchYardsticks
{
    private static readonly string[] cases = ["a common word", "a rare word", "a phrase", "a phrase of two common words", "a phrase of two common words that nobody said"];

    public static async Task RunAsync(SearchDatabase database, int rounds, IReadOnlyList<SearchCase> all, CancellationToken ct)
    {
        await using var connection = await database.ConnectAsync(ct);
        foreach (var yardstick in database.Yardsticks)
        {
            if (yardstick.Make.Length > 0)
            {
                var before = await database.SizeAsync(ct);
                await SearchTest.TellAsync($"\n{yardstick.Name}: made in", () => SearchDatabase.RunAsync(connection, yardstick.Make, ct));
                SearchTest.TellSize(await database.SizeAsync(ct) - before, await database.TextSizeAsync(ct));
            }
            // Without an index, one search takes seconds.
            var times = yardstick.Make.Length > 0 ? rounds : Math.Max(1, rounds / 20);
            foreach (var each in all.Where(each => cases.Contains(each.Name)))
                await SearchTest.MeasureAsync($"{yardstick.Name}: {each.Name}", times, new Random(1), async random =>
                {
                    await using var command = SearchDatabase.Command(connection, yardstick.Find, ("what", yardstick.Quote(each.Ask(random).Trim('"'))));
                    await using var rows = await command.ExecuteReaderAsync(ct);
                    var found = 0;
                    while (await rows.ReadAsync(ct))
                        found++;
                    return found;
                });
        }
    }
}
