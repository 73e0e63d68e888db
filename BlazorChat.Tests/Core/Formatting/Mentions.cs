using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;

namespace BlazorChat.Tests.Core.Formatting;

internal static class Mentions
{
    public static Mention Of(string name, string? id = null)
    {
        var room = Room.CreateDirect(DirectPair.Of("one", "other"), 0);
        var message = Message.Post(1, room, "one", MessageText.Parse("@" + name, 100).Value, null, null, 0);
        return Mention.In(message, id ?? "id-" + name, name);
    }
}
