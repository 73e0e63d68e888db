using System.Threading.Channels;
using BlazorChat.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BlazorChat.Web.Features.Mail;

/// <summary>
/// Sends mail, where a server for it is configured: one after the other, and never while someone waits for an answer.
/// </summary>
public sealed partial class Mailer(IOptions<ChatOptions> options, IServiceScopeFactory scopes, ILogger<Mailer> logger)
    : BackgroundService
{
    private const int QueueLength = 1000;
    private const int TimeoutMilliseconds = 20_000;

    private readonly Channel<Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Letter>>>> queue =
        Channel.CreateBounded<Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Letter>>>>(QueueLength);

    public bool IsConfigured => !string.IsNullOrEmpty(options.Value.Smtp.Host);

    /// <summary>Has letters written and sent. To whom and whether at all is found out then, so that asking tells nothing.</summary>
    public void Send(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Letter>>> write)
    {
        if (IsConfigured && !queue.Writer.TryWrite(write))
            Log.QueueFull(logger);
    }

    /// <summary>An address of this chat as it stands in a letter.</summary>
    /// <param name="address">Relative to where the chat is.</param>
    public string Link(string address) => new Uri(options.Value.PublicUrl!, $"{options.Value.PathBase}/{address}").AbsoluteUri;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var write in queue.Reader.ReadAllAsync(stoppingToken))
        {
            await using var scope = scopes.CreateAsyncScope();
            foreach (var letter in await write(scope.ServiceProvider, stoppingToken))
                await TrySendAsync(letter, stoppingToken);
        }
    }

    private async Task TrySendAsync(Letter letter, CancellationToken ct)
    {
        try
        {
            await SendAsync(letter, ct);
        }
        catch (Exception failure) when (failure is IOException or MailKit.CommandException or MailKit.ProtocolException or MailKit.Security.AuthenticationException
            or SslHandshakeException or System.Net.Sockets.SocketException or TimeoutException)
        {
            Log.NotSent(logger, failure);
        }
    }

    private async Task SendAsync(Letter letter, CancellationToken ct)
    {
        var smtp = options.Value.Smtp;
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, ct);
        if (!string.IsNullOrEmpty(smtp.User))
            await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", ct);
        using var message = new MimeMessage(
            [MailboxAddress.Parse(smtp.From!)], [new MailboxAddress("", letter.To)], letter.Subject,
            new TextPart("plain") { Text = letter.Text });
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(quit: true, ct);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A mail could not be sent")]
        public static partial void NotSent(ILogger logger, Exception failure);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Too many mails wait to be sent: one was given up")]
        public static partial void QueueFull(ILogger logger);
    }
}

/// <param name="To">An e-mail address.</param>
public sealed record Letter(string To, string Subject, string Text);
