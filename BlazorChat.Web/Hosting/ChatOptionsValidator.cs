using System.ComponentModel.DataAnnotations;
using BlazorChat.Web.Features.Settings;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BlazorChat.Web.Hosting;

/// <summary>Names every wrong setting at once, as it is written in the configuration.</summary>
internal sealed class ChatOptionsValidator : IValidateOptions<ChatOptions>
{
    public ValidateOptionsResult Validate(string? name, ChatOptions options)
    {
        List<string> failures =
        [
            .. Check(ChatOptions.Section, options),
            .. Check(ChatOptions.Section + ":Limits", options.Limits),
            .. Check(ChatOptions.Section + ":RateLimits", options.RateLimits),
            .. Check(ChatOptions.Section + ":Smtp", options.Smtp),
            .. Check(ChatOptions.Section + ":Files:S3", options.Files.S3),
            .. Check(ChatOptions.Section + ":Files:ClamAv", options.Files.ClamAv),
            .. CheckObjectStore(options.Files.S3),
            .. CheckProxies(options.TrustedProxies),
            .. CheckAddresses(options),
            .. CheckMail(options),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> CheckProxies(string[] proxies) => proxies
        .Select((proxy, n) => Proxies.Parse(proxy) is null
            ? $"{ChatOptions.Section}:TrustedProxies:{n}: '{proxy}' is neither an IP address nor a network."
            : null)
        .OfType<string>();

    private static IEnumerable<string> CheckAddresses(ChatOptions options)
    {
        if (!ChatPath.Valid().IsMatch(options.PathBase))
            yield return $"{ChatOptions.Section}:PathBase: '{options.PathBase}' is to be a path as /chat-app: with a slash in front, none at the end, of letters, digits, '-', '_', '.' and '~'.";
        if (options.PublicUrl is not { } url)
            yield break;
        if (url is not { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "", Query: "", Fragment: "" })
            yield return $"{ChatOptions.Section}:PublicUrl: is to be an address as https://chat.example.org.";
        else if (url.AbsolutePath.TrimEnd('/') is { Length: > 0 } path && path != options.PathBase)
            yield return $"{ChatOptions.Section}:PublicUrl: its path is '{path}'; set {ChatOptions.Section}:PathBase to '{path}' to serve the chat there, or leave the path out.";
    }

    private static IEnumerable<string> CheckMail(ChatOptions options)
    {
        if (string.IsNullOrEmpty(options.Smtp.Host))
            yield break;
        if (!MailboxAddress.TryParse(options.Smtp.From ?? "", out _))
            yield return $"{ChatOptions.Section}:Smtp:From: say whom mails come from, as an e-mail address.";
        // Never taken from a request: whoever asks for a mail could make its link lead elsewhere.
        if (options.PublicUrl is null)
            yield return $"{ChatOptions.Section}:PublicUrl: mails with links need to know it, as https://chat.example.org.";
    }

    // No value is repeated here: one of them is a secret, and an address may have one in it.
    private static IEnumerable<string> CheckObjectStore(S3Options store)
    {
        const string section = ChatOptions.Section + ":Files:S3";
        if (string.IsNullOrEmpty(store.Bucket))
        {
            if (store.Endpoint is not null || new[] { store.Region, store.AccessKey, store.SecretKey, store.Prefix }.Any(each => !string.IsNullOrEmpty(each)))
                yield return $"{section}:Bucket: say into which bucket files are to be put.";
            yield break;
        }
        if (store.Endpoint is null && string.IsNullOrEmpty(store.Region))
            yield return $"{section}:Region: say in which region the bucket is, or give the store's {section}:Endpoint.";
        if (store.Endpoint is not (null or { IsAbsoluteUri: true, Scheme: "http" or "https", UserInfo: "" }))
            yield return $"{section}:Endpoint: is to be an address as https://s3.example.org.";
        if (string.IsNullOrEmpty(store.AccessKey) != string.IsNullOrEmpty(store.SecretKey))
            yield return $"{section}:{(string.IsNullOrEmpty(store.AccessKey) ? "AccessKey" : "SecretKey")}: is missing; the other half is there.";
    }

    private static IEnumerable<string> Check(string section, object options)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{section}:{result.MemberNames.First()}: {result.ErrorMessage}");
    }
}
