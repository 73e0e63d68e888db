namespace BlazorChat.Load.Ledger;

/// <summary>Compares what was promised, what is kept and what was told.</summary>
internal static class LedgerFaults
{
    /// <param name="history">All messages, oldest first.</param>
    /// <param name="last">The one that readers waited for. After it comes only what a node had still been about to write.</param>
    /// <param name="writers">Who wrote them.</param>
    /// <param name="readers">Who was told them.</param>
    public static IEnumerable<string> Find(List<string> history, string last, IEnumerable<LedgerWriter> writers, LedgerReader[] readers)
    {
        var kept = history.CountBy(text => text).ToDictionary();
        foreach (var wrong in writers.SelectMany(writer => writer.Wrong))
            yield return wrong;
        foreach (var (text, promised) in writers.SelectMany(writer => writer.Promised))
        {
            var times = kept.GetValueOrDefault(text);
            if (times > 1)
                yield return $"\"{text}\" is in history {times} times";
            if (promised && times == 0)
                yield return $"\"{text}\" was promised and is lost";
        }
        var told = history.Take(history.IndexOf(last) + 1).ToList();
        for (var n = 0; n < readers.Length; n++)
            foreach (var fault in Find(told, readers[n]))
                yield return $"Reader {n} {fault}";
    }

    private static IEnumerable<string> Find(List<string> history, LedgerReader reader)
    {
        if (reader.Resets > 0)
            yield return $"was reset {reader.Resets} times";
        if (reader.Refused is { } refused)
            yield return $"could not read on: {refused}";
        if (!reader.Told.SequenceEqual(history))
            yield return $"was told {reader.Told.Count} messages that differ from the {history.Count} of history " +
                $"from number {reader.Told.Zip(history).TakeWhile(pair => pair.First == pair.Second).Count() + 1} on";
    }
}
