using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>Sets up the S3 client so that older S3-compatible servers understand it, too.</summary>
internal static class S3Connection
{
    private const string AnyRegion = "us-east-1";
    private const int Retries = 2;
    private static readonly TimeSpan ConnectsWithin = TimeSpan.FromSeconds(5);

    public static AmazonS3Client Open(S3Options options)
    {
        var config = new AmazonS3Config
        {
            ForcePathStyle = options.PathStyle ?? options.Endpoint is not null,
            // Checksums in trailers are new: servers that do not know them store them as part of the file.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ConnectTimeout = ConnectsWithin,
            // The caller decides how long a request may take.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxErrorRetry = Retries,
        };
        if (options.Endpoint is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (options.Endpoint.AbsoluteUri, options.Region ?? AnyRegion);
        // Without a key: credentials from the environment or from the machine's role.
        return string.IsNullOrEmpty(options.AccessKey)
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }
}
