using System.Net;
using System.Runtime.CompilerServices;
using Amazon.S3;
using Amazon.S3.Model;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>
/// Keeps bytes in a bucket of an S3 object store. S3 itself guarantees that an object is stored completely or not at all.
/// </summary>
internal sealed class S3FileStore(S3Options options) : IFileStore, IDisposable
{
    /// <summary>Larger files are uploaded in parts of this size. Bytes.</summary>
    internal const int PartBytes = 16 * 1024 * 1024;

    private readonly AmazonS3Client client = S3Connection.Open(options);
    private readonly StorePatience patience = new(TimeSpan.FromSeconds(options.TimeoutSeconds));
    private readonly string bucket = options.Bucket!;
    private readonly string root = string.IsNullOrEmpty(options.Prefix) ? "" : options.Prefix.Trim('/') + "/";

    public async Task PutAsync(string key, string path, CancellationToken ct)
    {
        var length = new FileInfo(path).Length;
        if (await LengthAsync(key, ct) == length)
            return;
        if (length > PartBytes)
            await PutInPartsAsync(key, path, length, ct);
        else
            await PutWholeAsync(key, path, ct);
    }

    public async Task<Stream?> OpenAsync(string key, CancellationToken ct) =>
        await LengthAsync(key, ct) is { } length ? new S3ObjectStream(length, (from, stop) => ReadFromAsync(key, from, length, stop), patience) : null;

    public Task DeleteAsync(string key, CancellationToken ct) =>
        patience.AskAsync(stop => client.DeleteObjectAsync(bucket, root + key, stop), ct);

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken ct)
    {
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = root + prefix };
        ListObjectsV2Response page;
        do
        {
            page = await patience.AskAsync(stop => client.ListObjectsV2Async(request, stop), ct);
            foreach (var key in (page.S3Objects ?? []).Select(each => each.Key[root.Length..]).Where(StoreKey.IsOurs))
                yield return key;
            request.ContinuationToken = page.NextContinuationToken;
        }
        while (page.IsTruncated == true);
    }

    public void Dispose() => client.Dispose();

    /// <returns>The object's size in bytes; null if there is no such object.</returns>
    private Task<long?> LengthAsync(string key, CancellationToken ct) => patience.AskAsync<long?>(async stop =>
    {
        try
        {
            return (await client.GetObjectMetadataAsync(bucket, root + key, stop)).ContentLength;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }, ct);

    private async Task<Stream> ReadFromAsync(string key, long from, long length, CancellationToken ct) =>
        (await client.GetObjectAsync(new GetObjectRequest
        {
            BucketName = bucket,
            Key = root + key,
            ByteRange = new ByteRange(from, length - 1),
        }, ct)).ResponseStream;

    // The signature covers the whole body instead of chunks, which some stores do not support.
    private Task PutWholeAsync(string key, string path, CancellationToken ct) =>
        patience.AskAsync(stop => client.PutObjectAsync(new PutObjectRequest
        {
            BucketName = bucket,
            Key = root + key,
            FilePath = path,
            ContentType = "application/octet-stream",
            UseChunkEncoding = false,
        }, stop), ct);

    private async Task PutInPartsAsync(string key, string path, long length, CancellationToken ct)
    {
        var id = (await patience.AskAsync(stop => client.InitiateMultipartUploadAsync(bucket, root + key, stop), ct)).UploadId;
        try
        {
            var parts = new List<PartETag>();
            for (long from = 0; from < length; from += PartBytes)
                parts.Add(await PutPartAsync(key, path, id, parts.Count + 1, from, Math.Min(PartBytes, length - from), ct));
            await patience.AskAsync(stop => client.CompleteMultipartUploadAsync(new CompleteMultipartUploadRequest
            {
                BucketName = bucket,
                Key = root + key,
                UploadId = id,
                PartETags = parts,
            }, stop), ct);
        }
        catch
        {
            await GiveUpAsync(key, id);
            throw;
        }
    }

    private async Task<PartETag> PutPartAsync(
        string key, string path, string upload, int number, long from, long length, CancellationToken ct) =>
        new(number, (await patience.AskAsync(stop => client.UploadPartAsync(new UploadPartRequest
        {
            BucketName = bucket,
            Key = root + key,
            UploadId = upload,
            PartNumber = number,
            FilePath = path,
            FilePosition = from,
            PartSize = length,
            UseChunkEncoding = false,
        }, stop), ct)).ETag);

    private async Task GiveUpAsync(string key, string upload)
    {
        try
        {
            await patience.AskAsync(stop => client.AbortMultipartUploadAsync(bucket, root + key, upload, stop), CancellationToken.None);
        }
        catch (FileStoreException)
        {
            // The first failure matters more. Parts that stay have no name; the bucket's lifecycle rules delete them in time.
        }
    }
}
