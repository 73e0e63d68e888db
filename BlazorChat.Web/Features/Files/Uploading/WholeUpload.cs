using BlazorChat.Web.Features.Files.Staging;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>A complete upload as one file.</summary>
/// <param name="File">The file; it may be moved.</param>
/// <param name="IsCopy">Whether it is deleted when it is disposed.</param>
public sealed record WholeUpload(StagedFile File, bool IsCopy) : IDisposable
{
    public void Dispose()
    {
        if (IsCopy)
            File.Dispose();
    }
}
