using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Mail;

/// <summary>
/// <c>Chat:Smtp</c>: how mail is sent. Without a host no mail is sent; administrators create links instead.
/// </summary>
public sealed class SmtpOptions
{
    public const string Section = "Smtp";

    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 587;

    public string? User { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender of mails, <c>Chat &lt;chat@example.org&gt;</c>.</summary>
    public string? From { get; init; }

    public SmtpSecurity Security { get; init; } = SmtpSecurity.StartTls;
}

public enum SmtpSecurity
{
    /// <summary>Starts as a plain connection and switches to TLS (port 587).</summary>
    StartTls = 0,

    /// <summary>TLS from the start (port 465).</summary>
    Tls = 1,

    /// <summary>No TLS: for a mail server on the same machine.</summary>
    None = 2,
}
