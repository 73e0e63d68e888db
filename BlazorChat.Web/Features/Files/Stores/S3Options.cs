using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary><c>Chat:Files:S3</c>: an object store that speaks S3. Without a bucket, files lie in the data folder.</summary>
public sealed class S3Options
{
    public const string Section = "Files:S3";

    /// <summary>Where it is, <c>https://s3.example.org</c>; null: at AWS.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Needed at AWS; elsewhere what the store goes by, if by any.</summary>
    public string? Region { get; init; }

    public string? Bucket { get; init; }

    /// <summary>Null: what the environment or the machine's role gives.</summary>
    public string? AccessKey { get; init; }

    public string? SecretKey { get; init; }

    /// <summary>The prefix of all names, for a bucket that others use, too.</summary>
    public string? Prefix { get; init; }

    /// <summary>Whether the bucket stands in the path of addresses and not in their host; null: if there is an endpoint.</summary>
    public bool? PathStyle { get; init; }

    /// <summary>How long one request may take, sending 16 MiB included. Seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; init; } = 30;
}
