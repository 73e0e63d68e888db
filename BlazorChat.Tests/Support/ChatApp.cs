using System.Net.Http.Headers;
using BlazorChat.Tests.Support.OpenApi;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Redis;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorChat.Tests.Support;

/// <summary>
/// The whole chat on a real port with a database of its own. Limits are out of the way unless a test asks for them, and
/// the administrator is none of those that a test signs up.
/// </summary>
public class ChatApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private static readonly (string Key, string Value)[] Generous =
    [
        ("Chat:RateLimits:MessagesPerSecond", "100000"),
        ("Chat:RateLimits:Burst", "100000"),
        ("Chat:RateLimits:SignInsPerMinute", "100000"),
        ("Chat:RateLimits:SignInsPerMinuteAndAddress", "100000"),
        ("Chat:RateLimits:RegistrationsPerHour", "100000"),
        // No test asks a site by accident.
        ("Chat:LinkPreviews:Enabled", "false"),
    ];

    private readonly (string Key, string Value)[] settings;
    private readonly bool ownsData;
    private ChatClient? admin;
    private int people;
    private string? connection;

    public ChatApp() : this([])
    {
    }

    /// <param name="settings">What differs from the generous configuration.</param>
    /// <param name="data">A data directory that outlives this app, and with it its database; null: one of its own, deleted with it.</param>
    /// <param name="isOnPostgres">Whether it uses PostgreSQL; null: as the whole run does.</param>
    protected internal ChatApp((string Key, string Value)[] settings, string? data = null, bool? isOnPostgres = null)
    {
        IsOnPostgres = isOnPostgres ?? TestDatabase.IsPostgres;
        this.settings = settings;
        ownsData = data is null;
        Data = data ?? Path.Combine(Path.GetTempPath(), "blazorchat-" + Guid.NewGuid().ToString("N"));
        UseKestrel(0);
    }

    /// <summary>The data directory. The app makes it.</summary>
    public string Data { get; }

    public bool IsOnPostgres { get; }

    public Uri Address { get; private set; } = null!;

    /// <summary>The first account, which administers the chat.</summary>
    public ChatClient Admin => admin!;

    /// <summary>Whether the administrator signs up at the start.</summary>
    protected virtual bool HasAdmin => true;

    public virtual async ValueTask InitializeAsync()
    {
        if (IsOnPostgres)
            connection = await TestDatabase.OnPostgresAsync(DatabaseName);
        StartServer();
        Address = new Uri(CreateClient().BaseAddress!, "/");
        if (HasAdmin)
            admin = await SignUpAsync("admin");
    }

    /// <summary>Registers someone and signs them in. Names are made unique: "ada" becomes "ada-7-3f2a".</summary>
    public async Task<ChatClient> SignUpAsync(string name)
    {
        var username = UniqueName(name);
        var registered = await Anonymous.PostAsync("/auth/register", new { username, password = Password });
        Assert.Equal(201, registered.Status);
        return await SignInAsync(username);
    }

    /// <summary>One more sign-in of someone who has an account.</summary>
    public async Task<ChatClient> SignInAsync(string username)
    {
        var tokens = await Anonymous.PostAsync("/auth/token", new { username, password = Password });
        Assert.Equal(200, tokens.Status);
        return await WithTokenAsync(tokens);
    }

    /// <summary>The client that an answer of /auth/token or /auth/refresh makes.</summary>
    public async Task<ChatClient> WithTokenAsync(Reply tokens)
    {
        var client = new ChatClient(NewHttp(tokens["access_token"].GetString()!), tokens["refresh_token"].GetString()!);
        await client.IntroduceAsync();
        return client;
    }

    /// <summary>Nobody.</summary>
    public ChatClient Anonymous => new(NewHttp(null));

    /// <summary>A client that shows this token, whatever it is worth.</summary>
    public ChatClient Showing(string token) => new(NewHttp(token));

    public string UniqueName(string name) => $"{name}-{Interlocked.Increment(ref people)}-{Guid.NewGuid().ToString("N")[..4]}";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (!ownsData)
            return;
        if (connection is not null)
            await TestDatabase.DropAsync(DatabaseName);
        if (Directory.Exists(Data))
            Directory.Delete(Data, recursive: true);
    }

    internal IBus Bus => Services.GetRequiredService<IBus>();

    // The document names paths as they are where the host is the chat's own.
    private bool IsBelowAPath => settings.Any(setting => setting.Key == "Chat:PathBase");

    private string DatabaseName => Path.GetFileName(Data);

    internal HttpClient NewHttp(string? token) =>
        new(IsBelowAPath ? NewHandler() : new Documented(Address, NewHandler()))
        {
            BaseAddress = Address,
            Timeout = Patience.Limit,
            DefaultRequestHeaders = { Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token) },
        };

    // A test that wants cookies handles them itself; a redirect is an answer like any other.
    protected virtual HttpMessageHandler NewHandler() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Chat:DataDirectory", Data);
        if (connection is not null)
            builder.UseSetting("ConnectionStrings:Chat", connection);
        foreach (var (key, value) in Generous.Concat(settings))
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            // Hashing is slow on purpose; here it is not what is tested.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            // Everything in this process would wait for it, once for each app.
            services.Remove(services.Single(service => service.ImplementationType == typeof(StartRemains)));
            ConfigureServices(services);
        });
    }

    protected virtual void ConfigureServices(IServiceCollection services)
    {
    }
}
