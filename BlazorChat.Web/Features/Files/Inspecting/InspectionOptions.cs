namespace BlazorChat.Web.Features.Files.Inspecting;

/// <summary><c>Chat:Files</c>: what becomes of files when they come in.</summary>
public sealed class InspectionOptions
{
    public const string Section = "Files";

    /// <summary>
    /// Whether the bytes of a picture as they came are kept beside what is handed out, which says nothing of where it was
    /// taken. Its sender alone gets them.
    /// </summary>
    public bool KeepOriginals { get; init; }
}
