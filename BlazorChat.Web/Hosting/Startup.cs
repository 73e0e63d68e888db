using BlazorChat.Web.Bundles;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>What the program sets up first: configuration, errors, headers, static files.</summary>
internal static class Startup
{
    /// <summary>How long a body may be where nothing else is said.</summary>
    public const int MaxBodyBytes = 64 * 1024;

    // Kestrel's own limit: a client that reads a response more slowly is disconnected. It also counts our own delays, so it
    // begins late.
    private const double SlowestBytesPerSecond = 240;
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    // The files beside the program are used, wherever it is started from; `dotnet run` starts in the project folder.
    public static WebApplicationOptions Options(string[] args) => new()
    {
        Args = args,
        ContentRootPath = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory,
    };

    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.CheckAddresses();
        builder.UseDefaultAddress();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Limits.MinResponseDataRate = new MinDataRate(SlowestBytesPerSecond, Grace);
            kestrel.ResponseHeaderEncodingSelector = Redirects.EncodingOf;
        });
        // When a flush completes, the bytes have reached the kernel. So we notice slow readers, and a stream can continue on
        // its socket.
        builder.WebHost.UseSockets(sockets =>
        {
            sockets.MaxWriteBufferSize = 1;
            // A request runs on the thread that read it, and its answer goes out on the same: three hand-overs between threads
            // less. It is a thread of the pool, so a slow request keeps no other connection waiting.
            sockets.UnsafePreferInlineScheduling = true;
        });
        var services = builder.Services;
        services.AddConnections();
        services.AddHostedService<StartRemains>();
        services.AddSingleton<Draining>();
        // Windows has no such signals.
        if (!OperatingSystem.IsWindows())
            services.AddSingleton<IHostLifetime>(provider => provider.GetRequiredService<Draining>());
        builder.KeepStackTracesOutOfFailedStarts();
        services.AddChatOptions<HostingOptions>();
        services.AddSingleton<IValidateOptions<HostingOptions>, HostingFaults>();
        services.AddSingleton<SiteBundles>();
        services.AddSingleton<PublicLinks>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<ThisNode>();
        services.AddOptions<JsonOptions>().Configure<IOptions<HostingOptions>>((json, chat) => ChatJson.Configure(json.SerializerOptions, chat.Value.PathBase));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = Problems.Customize);
        services.AddSingleton<IProblemDetailsWriter, ProblemWriter>();
        services.AddExceptionHandler<BadRequests>();
    }

    public static void UseHosting(this WebApplication app)
    {
        app.NoteStart();
        app.Use(app.Services.GetRequiredService<Draining>().CloseConnectionsAsync);
        app.Use(ConnectionSlots.NoteRequestAsync);
        app.UseTrustedProxies();
        app.UseAnswerHeaders();
        app.UseChatPath();
        app.UseWhen(http => !IsForPrograms(http), pages =>
        {
            pages.UsePageHeaders();
            pages.UseAsciiLocations();
            pages.UseExceptionHandler("/error", createScopeForErrors: true);
            pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
        });
        app.UseWhen(IsForPrograms, programs =>
        {
            programs.UseAllowedOrigins();
            programs.UseExceptionHandler();
            programs.UseStatusCodePages();
            programs.Use(app.Services.GetRequiredService<Draining>().SendAwayAsync);
            programs.Use(KeepLastContentType);
        });
        // After the content type is corrected, because routing selects endpoints by it, too.
        app.UseRouting();
    }

    // ab sends a header of its own before the one that it was told to send.
    private static Task KeepLastContentType(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.ContentType is { Count: > 1 } types)
            http.Request.Headers.ContentType = types[^1];
        return next(http);
    }

    private static bool IsForPrograms(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/chat") || http.Request.Path.StartsWithSegments("/auth");
}
