using BlazorChat.Core;
using BlazorChat.Core.Files;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>
/// Keeps what has come of an upload: in one file where there is one process, in pieces in the store where each may come to
/// another node.
/// </summary>
public interface IUploadBytes
{
    /// <returns>How many bytes have come.</returns>
    Task<long> ArrivedAsync(string id, CancellationToken ct);

    /// <summary>Appends the bytes of a request, and keeps those that came if it breaks off.</summary>
    /// <returns>Why they are refused; null: all are kept.</returns>
    Task<Refusal?> AppendAsync(Upload upload, long? offset, Stream body, CancellationToken ct);

    /// <returns>The file of a complete upload; dispose it afterwards.</returns>
    Task<WholeUpload> OpenAsync(string id, CancellationToken ct);

    Task DeleteAsync(string id, CancellationToken ct);

    /// <returns>The ids of uploads of which something is kept, whether or not they still exist.</returns>
    Task<IReadOnlyCollection<string>> IdsAsync(CancellationToken ct);
}
