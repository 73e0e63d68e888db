using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>How a store is spoken to, so that those are understood, too, that know S3 only as it was for years.</summary>
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
            // Checksums in trailers are new: servers that do not know them store them as a part of the file.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            ConnectTimeout = ConnectsWithin,
            // How long a request may take is decided by who asks.
            Timeout = Timeout.InfiniteTimeSpan,
            MaxErrorRetry = Retries,
        };
        if (options.Endpoint is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(options.Region);
        else
            (config.ServiceURL, config.AuthenticationRegion) = (options.Endpoint.AbsoluteUri, options.Region ?? AnyRegion);
        // Without a key: what the environment or the machine's role gives.
        return string.IsNullOrEmpty(options.AccessKey)
            ? new AmazonS3Client(config)
            : new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }
}
