using BlazorChat.Web.Hosting;
using MimeKit;

namespace BlazorChat.Web.Features.Mail;

/// <summary>Checks the settings of the mail server.</summary>
internal sealed class SmtpFaults(IConfiguration configuration) : OptionsFaults<SmtpOptions>
{
    private const string PublicUrl = ChatOptions.Section + ":" + nameof(HostingOptions.PublicUrl);

    protected override IEnumerable<string> Find(SmtpOptions options)
    {
        if (string.IsNullOrEmpty(options.Host))
            yield break;
        if (!IsAddress(options.From))
            yield return $"{ChatOptions.Section}:Smtp:From: say whom mails come from, as an e-mail address.";
        // Never taken from a request: otherwise the person who asks for a mail could make its link point elsewhere.
        if (string.IsNullOrEmpty(configuration[PublicUrl]))
            yield return $"{PublicUrl}: mails with links need to know it, as https://chat.example.org.";
    }

    // On its own: to run a method, all libraries that it names are loaded.
    private static bool IsAddress(string? text) => MailboxAddress.TryParse(text ?? "", out _);
}
