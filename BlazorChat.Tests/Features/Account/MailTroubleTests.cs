using BlazorChat.Tests.Safety;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BlazorChat.Tests.Features.Account;

/// <summary>Mail servers that do not do what they are asked, and addresses from before they were checked.</summary>
public sealed class MailTroubleTests
{
    [Fact]
    public async Task A_server_without_STARTTLS_costs_the_mail_alone_and_the_log_says_which_setting()
    {
        await using var mail = new MailServer();
        await using var app = await StartAsync(mail, ("Chat:Smtp:Security", "StartTls"));

        await RegisterAsync(app);

        Assert.Contains("Chat:Smtp:Security", await app.Log.UntilAsync("is given up"), StringComparison.Ordinal);
        await GoesOnAsync(app);
    }

    [Fact]
    public async Task A_server_that_nobody_signs_in_to_costs_the_mail_alone_and_the_log_says_which_setting()
    {
        await using var mail = new MailServer();
        await using var app = await StartAsync(mail, ("Chat:Smtp:User", "chat"), ("Chat:Smtp:Password", "hidden"));

        await RegisterAsync(app);

        Assert.Contains("Chat:Smtp:User", await app.Log.UntilAsync("is given up"), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("hidden", StringComparison.Ordinal));
        await GoesOnAsync(app);
    }

    [Fact]
    public async Task An_address_that_the_server_refuses_is_given_up_and_not_logged()
    {
        await using var mail = new MailServer
        {
            Answers = command => command.Contains("nobody", StringComparison.Ordinal) && command.StartsWith("RCPT", StringComparison.Ordinal)
                ? "550 5.1.1 nobody@example.org is unknown here" : null,
        };
        await using var app = await StartAsync(mail);

        await RegisterAsync(app, "nobody@example.org");
        await RegisterAsync(app, "ada@example.org");

        Assert.Equal("ada@example.org", Assert.Single((await mail.NextAsync()).To.Mailboxes).Address);
        Assert.Contains("answered 550", await app.Log.UntilAsync("is given up"), StringComparison.Ordinal);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("nobody@example.org", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_server_cannot_take_just_now_is_sent_later_and_holds_nobody_up()
    {
        var refusals = 2;
        await using var mail = new MailServer
        {
            Answers = command => command.Contains("ada@", StringComparison.Ordinal) && command.StartsWith("RCPT", StringComparison.Ordinal) && refusals-- > 0
                ? "451 4.7.1 try again later" : null,
        };
        await using var app = await StartAsync(mail);

        await RegisterAsync(app, "ada@example.org");
        await RegisterAsync(app, "bob@example.org");

        Assert.Equal("bob@example.org", Assert.Single((await mail.NextAsync()).To.Mailboxes).Address);
        var later = mail.NextAsync();
        while (await Task.WhenAny(later, Task.Delay(20, TestContext.Current.CancellationToken)) != later)
            app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ada@example.org", Assert.Single((await later).To.Mailboxes).Address);
    }

    [Fact]
    public async Task An_address_from_before_they_were_checked_costs_its_mail_alone()
    {
        await using var mail = new MailServer();
        await using var app = await StartAsync(mail);

        app.Services.GetRequiredService<Web.Features.Mail.Mailer>().Send((_, _) =>
            Task.FromResult<IReadOnlyList<Web.Features.Mail.Letter>>([new("a b@c.d", "Hello", "Hello")]));
        await RegisterAsync(app, "ada@example.org");

        Assert.Equal("ada@example.org", Assert.Single((await mail.NextAsync()).To.Mailboxes).Address);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("a b@c.d", StringComparison.Ordinal));
    }

    private static async Task<TroubledMailApp> StartAsync(MailServer mail, params (string, string)[] settings)
    {
        var app = new TroubledMailApp(
        [
            ("Chat:Smtp:Host", "127.0.0.1"), ("Chat:Smtp:Port", $"{mail.Port}"), ("Chat:Smtp:Security", "None"),
            ("Chat:Smtp:From", "The chat <chat@example.org>"), ("Chat:PublicUrl", "https://chat.example.org"), .. settings,
        ]);
        await app.InitializeAsync();
        return app;
    }

    private static async Task RegisterAsync(ChatApp app, string email = "ada@example.org") => Assert.Equal(201, (await app.Anonymous.PostAsync(
        "/auth/register", new { username = app.UniqueName("ada"), email, password = ChatApp.Password })).Status);

    private static async Task GoesOnAsync(ChatApp app)
    {
        Assert.Equal(200, (await app.Anonymous.GetAsync("/health/live")).Status);
        await (await app.SignUpAsync("grace")).SayAsync("general", "Still here");
    }

    private sealed class TroubledMailApp((string, string)[] settings) : ChatApp(settings)
    {
        public EveryLine Log { get; } = new();

        public FakeTimeProvider Clock { get; } = new(DateTimeOffset.UtcNow);

        protected override void ConfigureServices(IServiceCollection services) =>
            services.AddSingleton<TimeProvider>(Clock).AddSingleton<ILoggerProvider>(Log);
    }
}
