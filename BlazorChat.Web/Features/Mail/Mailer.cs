using System.Threading.Channels;
using BlazorChat.Web.Hosting;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace BlazorChat.Web.Features.Mail;

/// <summary>
/// Sends mail, if a mail server is configured: one mail after the other, and never while a request waits for it. Temporary
/// failures are retried a few times; other mails are sent meanwhile.
/// </summary>
public sealed partial class Mailer(IOptions<SmtpOptions> options, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Mailer> logger)
    : LastingService(clock, logger)
{
    private const int QueueLength = 1000;
    private const int TimeoutMilliseconds = 20_000;

    // Long enough for a server to be repaired, and shorter than the day for which links in mails are valid.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    private readonly Channel<Order> queue = Channel.CreateBounded<Order>(QueueLength);

    public bool IsConfigured => !string.IsNullOrEmpty(options.Value.Host);

    /// <summary>
    /// Queues mails to be written and sent. The recipient is looked up only then, so the caller learns nothing from the time
    /// it takes.
    /// </summary>
    public void Send(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Letter>>> write)
    {
        if (IsConfigured)
            Enqueue(new Order(write, Failures: 0));
    }

    protected override async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (var order in queue.Reader.ReadAllAsync(stoppingToken))
            await FulfilAsync(order, stoppingToken);
    }

    private Task FulfilAsync(Order order, CancellationToken ct) => TryAsync(order, async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        foreach (var letter in await order.Write(scope.ServiceProvider, ct))
            await TryAsync(order with { Write = (_, _) => Task.FromResult<IReadOnlyList<Letter>>([letter]) }, () => SendAsync(letter, ct), ct);
    }, ct);

    private async Task TryAsync(Order order, Func<Task> act, CancellationToken ct)
    {
        try
        {
            await act();
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            if (order.Failures == Pauses.Length || MailFailure.IsFinal(failure))
                Log.GivenUp(Logger, MailFailure.Describe(failure));
            else
                _ = TryLaterAsync(order, failure, ct);
        }
    }

    private async Task TryLaterAsync(Order order, Exception failure, CancellationToken ct)
    {
        var pause = Pauses[order.Failures];
        Log.TriedAgain(Logger, pause, MailFailure.Describe(failure));
        await Task.Delay(pause, Clock, ct);
        Enqueue(order with { Failures = order.Failures + 1 });
    }

    private void Enqueue(Order order)
    {
        if (!queue.Writer.TryWrite(order))
            Log.QueueFull(Logger);
    }

    private async Task SendAsync(Letter letter, CancellationToken ct)
    {
        var smtp = options.Value;
        using var message = new MimeMessage(
            [MailboxAddress.Parse(smtp.From!)], [new MailboxAddress("", letter.To)], letter.Subject,
            new TextPart("plain") { Text = letter.Text });
        using var client = new SmtpClient { Timeout = TimeoutMilliseconds };
        await client.ConnectAsync(smtp.Host!, smtp.Port, smtp.Security switch
        {
            SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
            SmtpSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        }, ct);
        if (!string.IsNullOrEmpty(smtp.User))
            await client.AuthenticateAsync(smtp.User, smtp.Password ?? "", ct);
        await client.SendAsync(message, ct);
        // Once the server has accepted the mail it is sent, however the connection ends.
        await client.DisconnectAsync(quit: true, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private sealed record Order(Func<IServiceProvider, CancellationToken, Task<IReadOnlyList<Letter>>> Write, int Failures);

    // Never log the exception itself: servers repeat addresses and names in their answers.
    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A mail was not sent and is given up: {Reason}")]
        public static partial void GivenUp(ILogger logger, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "A mail was not sent and is tried again in {Pause}: {Reason}")]
        public static partial void TriedAgain(ILogger logger, TimeSpan pause, string reason);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Too many mails wait to be sent: one was given up")]
        public static partial void QueueFull(ILogger logger);
    }
}

/// <param name="To">An e-mail address.</param>
public sealed record Letter(string To, string Subject, string Text);
