using BlazorChat.E2E.Hosting;
using BlazorChat.Load;
using BlazorChat.Load.Client;
using Microsoft.Playwright;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Chat))]
[assembly: Parallelization(Mode = ParallelMode.Collections, MaxThreads = 2)]

namespace BlazorChat.E2E.Hosting;

/// <summary>One browser and one running chat for all tests. Each test brings its own people and rooms.</summary>
public sealed class Chat : IAsyncLifetime
{
    // The first that is there. Where the system brings its own, Playwright need not download one.
    private static readonly string? Browser = new[] { "/usr/bin/chromium-headless-shell", "/usr/bin/chromium" }.FirstOrDefault(File.Exists);

    /// <summary>A name of this machine that browsers take for another one, so that its pages without TLS can do less.</summary>
    public const string ElsewhereHost = "chat.example";

    private IPlaywright? playwright;
    private string administrator = "";
    private IBrowser? browser;

    /// <summary>Another origin, whose pages may use the chat.</summary>
    public OtherSite Friend { get; } = new();

    /// <summary>The example apps, each at an origin of its own that may use the chat.</summary>
    public IReadOnlyDictionary<string, OtherSite> Apps { get; } =
        new[] { "react", "vue" }.ToDictionary(name => name, name => new OtherSite(ExampleApp.Built(name)));

    public ChatProcess Server { get; }

    public Chat() =>
        // So many people sign up from one address; the posting limit is left low enough to be met.
        Server = new ChatProcess(new Dictionary<string, string>(ChatProcess.WithoutLimits)
        {
            ["Chat__RateLimits__MessagesPerSecond"] = "10",
            ["Chat__RateLimits__Burst"] = "200",
            ["Chat__AllowedOrigins__0"] = Friend.Address.TrimEnd('/'),
            ["Chat__AllowedOrigins__1"] = Apps["react"].Address.TrimEnd('/'),
            ["Chat__AllowedOrigins__2"] = Apps["vue"].Address.TrimEnd('/'),
        });

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience.Milliseconds);
        await Server.StartAsync();
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Browser,
            Timeout = Patience.Milliseconds,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync", $"--host-resolver-rules=MAP {ElsewhereHost} 127.0.0.1",
            ],
        });
        // The first account is special: no test gets it by chance.
        await using var first = await SignUpAsync("admin");
        administrator = first.Name;
    }

    /// <summary>The administrator of the chat, in one more browser, signed in.</summary>
    public async Task<Person> AdministratorAsync(PersonOptions? options = null)
    {
        var person = await VisitAsync(administrator, options);
        await Door.SignInAsync(person.Context, administrator);
        return person;
    }

    /// <summary>Someone new, signed in, in a browser of their own that shows no page yet.</summary>
    public async Task<Person> SignUpAsync(string name, PersonOptions? options = null)
    {
        var person = await VisitAsync(name, options);
        await Door.RegisterAsync(person.Context, person.Name);
        return person;
    }

    /// <summary>Someone who has not signed in yet.</summary>
    public async Task<Person> VisitAsync(string name, PersonOptions? options = null)
    {
        options ??= new PersonOptions();
        var context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = new UriBuilder(options.Via ?? Server.Address) { Host = options.Host }.Uri.ToString(),
            ColorScheme = options.IsDark ? ColorScheme.Dark : ColorScheme.Light,
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            HasTouch = options.Width < 700,
            Locale = "en-GB",
            TimezoneId = "Europe/Berlin",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Patience.Milliseconds);
        context.SetDefaultNavigationTimeout(Patience.Milliseconds);
        return new Person(context, await context.NewPageAsync(), $"{name}-{Guid.NewGuid().ToString("N")[..6]}");
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        await Server.DisposeAsync();
        Friend.Dispose();
        foreach (var app in Apps.Values)
            app.Dispose();
    }
}

/// <param name="Host">What stands in the address: passkeys need a name there.</param>
/// <param name="Via">A way to the chat other than the straight one.</param>
public sealed record PersonOptions(int Width = 1280, int Height = 800, bool IsDark = false, string Host = "127.0.0.1", Uri? Via = null);
