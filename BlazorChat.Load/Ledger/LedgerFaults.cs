namespace BlazorChat.Load.Ledger;

/// <summary>Compares what was promised, what is kept and what was told.</summary>
internal static class LedgerFaults
{
    public static IEnumerable<string> Find(List<string> history, LedgerWriter[] writers, LedgerReader[] readers)
    {
        var kept = history.CountBy(text => text).ToDictionary();
        foreach (var (text, promised) in writers.SelectMany(writer => writer.Promised))
        {
            var times = kept.GetValueOrDefault(text);
            if (times > 1)
                yield return $"\"{text}\" is in history {times} times";
            if (promised && times == 0)
                yield return $"\"{text}\" was promised and is lost";
        }
        for (var n = 0; n < readers.Length; n++)
        {
            var (told, resets) = (readers[n].Told, readers[n].Resets);
            if (resets > 0)
                yield return $"Reader {n} was reset {resets} times";
            if (!told.SequenceEqual(history))
                yield return $"Reader {n} was told {told.Count} messages that differ from the {history.Count} of history " +
                    $"from number {told.Zip(history).TakeWhile(pair => pair.First == pair.Second).Count() + 1} on";
        }
    }
}
