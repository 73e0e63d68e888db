namespace BlazorChat.Core.Files;

/// <summary>What people call a file: what a room's files are filtered by.</summary>
public enum FileKind
{
    Other = 0,
    Image = 1,
    Audio = 2,
    Video = 3,

    /// <summary>PDF, office documents, plain text.</summary>
    Document = 4,

    Archive = 5,
}
