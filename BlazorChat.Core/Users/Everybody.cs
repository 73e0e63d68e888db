namespace BlazorChat.Core.Users;

/// <summary>The words after an @ that address many people at once. Nobody can take one of them as a username.</summary>
public static class Everybody
{
    /// <summary>Everyone in the room.</summary>
    public const string Room = "room";

    /// <summary>Everyone in the room who is online.</summary>
    public const string Here = "here";

    /// <summary>The most people whom one message can address so: each of them is listed with it. In larger rooms the words address nobody.</summary>
    public const int Most = 1_000;

    /// <returns>The word, as it is kept; null if it is none of the two.</returns>
    public static string? Find(string name) =>
        name.Equals(Room, StringComparison.OrdinalIgnoreCase) ? Room : name.Equals(Here, StringComparison.OrdinalIgnoreCase) ? Here : null;
}
