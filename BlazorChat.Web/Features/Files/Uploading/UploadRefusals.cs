using BlazorChat.Core;

namespace BlazorChat.Web.Features.Files.Uploading;

internal static class UploadRefusals
{
    public static readonly Refusal WrongOffset = Refusal.Conflict(
        "wrong_offset", "The upload is not at that offset: ask where it stands and go on from there.", "offset");

    public static readonly Refusal TooMuch = Refusal.Invalid("body", "More came than was announced.");

    /// <summary>For a request that was replaced by a newer one.</summary>
    public static readonly Refusal Superseded = Refusal.Conflict("superseded", "The upload went on over another connection.");
}
