namespace BlazorChat.Web.Features.Files.Inspecting;

/// <summary><c>Chat:Files</c>: how uploaded files are treated.</summary>
public sealed class InspectionOptions
{
    public const string Section = "Files";

    /// <summary>
    /// Whether to keep a picture's original bytes. Everyone else gets the version without metadata, which does not tell where
    /// it was taken. Only the sender can download the original.
    /// </summary>
    public bool KeepOriginals { get; init; }
}
