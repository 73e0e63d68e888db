using System.Text.Json;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>What a reader has begun to write in a room and its threads.</summary>
internal sealed class DraftsCopy
{
    private readonly SortedDictionary<string, string> texts = new(StringComparer.Ordinal);

    public void Load(JsonElement drafts, string roomId)
    {
        foreach (var draft in drafts.EnumerateArray().Where(draft => draft.GetProperty("room_id").GetString() == roomId))
            Apply(draft);
    }

    public void Apply(JsonElement draft)
    {
        var place = draft.GetProperty("thread_id").GetString() ?? "";
        if (draft.GetProperty("text").GetString() is { Length: > 0 } text)
            texts[place] = $"{text}, version {draft.GetProperty("version").GetInt64()}";
        else
            texts.Remove(place);
    }

    public IEnumerable<string> Describe() => texts.Select(draft => $"draft {draft.Key}: {draft.Value}");
}
