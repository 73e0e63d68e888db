using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Files.Uploading;

/// <summary>The settings of <c>Chat:Limits</c> about files: how large they may be.</summary>
public sealed class UploadOptions
{
    public const string Section = "Limits";

    /// <summary>The largest limit that can be configured: 4 GiB.</summary>
    public const long LargestFile = 4L * 1024 * 1024 * 1024;

    /// <summary>The largest file, in bytes.</summary>
    [Range(1, LargestFile)]
    public long UploadBytes { get; init; } = 25 * 1024 * 1024;

    /// <summary>The most bytes in all files of one user, unfinished uploads included.</summary>
    [Range(1, long.MaxValue)]
    public long UploadBytesPerUser { get; init; } = 10L * 1024 * 1024 * 1024;
}
