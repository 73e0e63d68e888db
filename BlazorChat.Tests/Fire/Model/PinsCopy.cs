using System.Text.Json;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>A room's pinned messages as a reader knows them, the newest pin first.</summary>
internal sealed class PinsCopy
{
    private readonly List<string> ids = [];

    public void Load(JsonElement messages) => ids.AddRange(messages.EnumerateArray().Select(message => message.GetProperty("id").GetString()!));

    public void Apply(JsonElement data)
    {
        var id = data.GetProperty("message_id").GetString()!;
        Remove(id);
        if (data.GetProperty("pinned").GetBoolean())
            ids.Insert(0, id);
    }

    public void Remove(string id) => ids.Remove(id);

    public IEnumerable<string> Describe() => [$"pinned {string.Join(", ", ids)}"];
}
