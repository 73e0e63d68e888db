using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>An upload as a file in the staging area, whose length says how much has come. For one process.</summary>
internal sealed class UploadFile(StagingArea staging) : IUploadBytes
{
    public Task<long> ArrivedAsync(string id, CancellationToken ct) =>
        Task.FromResult(new FileInfo(staging.PathOf(id)) is { Exists: true } file ? file.Length : 0);

    public async Task<Refusal?> AppendAsync(Upload upload, long? offset, Stream body, CancellationToken ct)
    {
        await using var file = new FileStream(staging.PathOf(upload.Id), DataFolder.OwnersFile(FileMode.OpenOrCreate));
        if (offset != file.Length)
            return UploadRefusals.WrongOffset;
        file.Seek(0, SeekOrigin.End);
        return await Incoming.CopyAsync(body, file, upload.Size - file.Length, ct) is null ? UploadRefusals.TooMuch : null;
    }

    public Task<WholeUpload> OpenAsync(string id, CancellationToken ct) =>
        Task.FromResult(new WholeUpload(new StagedFile(staging.PathOf(id)), IsCopy: false));

    public Task DeleteAsync(string id, CancellationToken ct)
    {
        File.Delete(staging.PathOf(id));
        return Task.CompletedTask;
    }

    /// <summary>None: what is left over is found at the next start.</summary>
    public Task<IReadOnlyCollection<string>> IdsAsync(CancellationToken ct) => Task.FromResult<IReadOnlyCollection<string>>([]);
}
