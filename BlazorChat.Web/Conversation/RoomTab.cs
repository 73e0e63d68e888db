namespace BlazorChat.Web.Conversation;

/// <summary>What there is of a room to look at.</summary>
public enum RoomTab
{
    Messages = 0,
    Files = 1,
}
