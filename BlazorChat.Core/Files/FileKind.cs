namespace BlazorChat.Core.Files;

/// <summary>The kind of a file in everyday words. A room's files can be filtered by it.</summary>
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
