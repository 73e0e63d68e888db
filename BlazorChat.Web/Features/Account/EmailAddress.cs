using BlazorChat.Core;
using MimeKit;

namespace BlazorChat.Web.Features.Account;

/// <summary>An e-mail address.</summary>
internal static class EmailAddress
{
    // RFC 5321: the length of the whole address, and of the part before the @.
    private const int MaxLength = 254;
    private const int MaxNameLength = 64;

    /// <returns>The address, or null for none.</returns>
    public static Result<string?> Parse(string? text)
    {
        var address = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return address is not null && !IsAddress(address)
            ? Refusal.Invalid("email", "That is not an e-mail address.")
            : address;
    }

    // Exactly one address that the mail library accepts, with nothing beside it: no name, no comment, no group.
    private static bool IsAddress(string text) =>
        text.Length <= MaxLength && !text.Any(char.IsControl) &&
        MailboxAddress.TryParse(text, out var parsed) && parsed.Domain.Length > 0 && parsed.LocalPart.Length <= MaxNameLength &&
        string.IsNullOrEmpty(parsed.Name) && (parsed.Address == text || parsed.GetAddress(idnEncode: true) == text);
}
