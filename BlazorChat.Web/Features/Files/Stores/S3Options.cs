using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary><c>Chat:Files:S3</c>: an S3 object store. Without a bucket, files are kept in the data folder.</summary>
public sealed class S3Options
{
    public const string Section = "Files:S3";

    /// <summary>Its address, <c>https://s3.example.org</c>; null for AWS.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Required for AWS; for others only if the store uses regions.</summary>
    public string? Region { get; init; }

    public string? Bucket { get; init; }

    /// <summary>Null: credentials from the environment or from the machine's role.</summary>
    public string? AccessKey { get; init; }

    public string? SecretKey { get; init; }

    /// <summary>A prefix for all names, for a bucket that is shared with others.</summary>
    public string? Prefix { get; init; }

    /// <summary>
    /// Whether the bucket is in the path of addresses instead of the host name; null: yes, if there is an endpoint.
    /// </summary>
    public bool? PathStyle { get; init; }

    /// <summary>The time-out of one request, which may upload 16 MiB. Seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; init; } = 30;
}
