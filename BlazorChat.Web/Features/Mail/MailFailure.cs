using System.Net.Sockets;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BlazorChat.Web.Features.Mail;

/// <summary>Why a mail was not sent, without anyone's address.</summary>
internal static class MailFailure
{
    /// <summary>Whether a retry would fail in the same way.</summary>
    public static bool IsFinal(Exception failure) => failure switch
    {
        SmtpCommandException refused => (int)refused.StatusCode >= 500,
        ParseException or AuthenticationException or NotSupportedException => true,
        _ => false,
    };

    public static string Describe(Exception failure) => failure switch
    {
        SmtpCommandException refused => $"the mail server answered {(int)refused.StatusCode}",
        ParseException => "its address cannot be one",
        AuthenticationException => "the mail server does not accept Chat:Smtp:User and Chat:Smtp:Password",
        // MailKit's message says what the server does not offer, such as STARTTLS or signing in.
        NotSupportedException => failure.Message + " See Chat:Smtp:Security and Chat:Smtp:User.",
        SslHandshakeException => "no secure connection to the mail server could be made; see Chat:Smtp:Security",
        SocketException cannotConnect => $"the mail server cannot be reached ({cannotConnect.SocketErrorCode})",
        _ => failure.GetType().Name,
    };
}
