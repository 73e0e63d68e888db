using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>Checks the settings of the object store.</summary>
internal sealed class S3Faults : OptionsFaults<S3Options>
{
    private const string Section = ChatOptions.Section + ":" + S3Options.Section;

    // Values are not repeated here: one is a secret, and an address may contain one.
    protected override IEnumerable<string> Find(S3Options options)
    {
        if (string.IsNullOrEmpty(options.Bucket))
        {
            if (options.Endpoint is not null || new[] { options.Region, options.AccessKey, options.SecretKey, options.Prefix }.Any(each => !string.IsNullOrEmpty(each)))
                yield return $"{Section}:Bucket: say into which bucket files are to be put.";
            yield break;
        }
        if (options.Endpoint is null && string.IsNullOrEmpty(options.Region))
            yield return $"{Section}:Region: say in which region the bucket is, or give the store's {Section}:Endpoint.";
        if (options.Endpoint is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }))
            yield return $"{Section}:Endpoint: is to be an address as https://s3.example.org.";
        if (string.IsNullOrEmpty(options.AccessKey) != string.IsNullOrEmpty(options.SecretKey))
            yield return $"{Section}:{(string.IsNullOrEmpty(options.AccessKey) ? "AccessKey" : "SecretKey")}: is missing; the other half is there.";
    }
}
