namespace BlazorChat.Core.Presence;

public enum PresenceStatus
{
    Offline = 0,
    Away = 1,
    Online = 2,
}
