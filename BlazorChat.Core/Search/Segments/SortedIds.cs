using System.Runtime.InteropServices;

namespace BlazorChat.Core.Search.Segments;

/// <summary>Lists of ids without doubles, the newest first.</summary>
public static class SortedIds
{
    /// <summary>Brings ids into this order, in place.</summary>
    public static void Sort(List<long> ids)
    {
        if (IsSorted(ids))
            return;
        var span = CollectionsMarshal.AsSpan(ids);
        span.Sort();
        span.Reverse();
        var kept = 1;
        foreach (var id in span[1..])
            if (id != span[kept - 1])
                span[kept++] = id;
        ids.RemoveRange(kept, ids.Count - kept);
    }

    /// <returns>Those of one list that are in another, too, or those that are not.</returns>
    public static List<long> Where(List<long> ids, List<long> others, bool areIn)
    {
        var (kept, at) = (new List<long>(areIn ? Math.Min(ids.Count, others.Count) : ids.Count), 0);
        foreach (var id in ids)
        {
            while (at < others.Count && others[at] > id)
                at++;
            if ((at < others.Count && others[at] == id) == areIn)
                kept.Add(id);
        }
        return kept;
    }

    private static bool IsSorted(List<long> ids)
    {
        for (var n = 1; n < ids.Count; n++)
            if (ids[n] >= ids[n - 1])
                return false;
        return true;
    }
}
