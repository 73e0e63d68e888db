using System.Runtime.InteropServices;
using BlazorChat.Core;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Stops the chat on SIGTERM without a gap for its users. For <c>Chat:DrainSeconds</c> it says that it is not ready but
/// still serves, so that proxies learn to send requests elsewhere. Then all streams end, people who come to read are sent away,
/// and the program stops. A second signal stops it at once, and so does Ctrl+C.
/// </summary>
internal sealed partial class Draining(
    IOptions<HostingOptions> options, IConfiguration configuration, IHostApplicationLifetime lifetime,
    TimeProvider clock, EndStreams endStreams, ILoggerFactory loggers) : IHostLifetime, IDisposable
{
    private const int SecondsInContainer = 5;
    private static readonly TimeSpan StreamsEndWithin = TimeSpan.FromSeconds(1.5);

    private readonly ILogger logger = loggers.CreateLogger("Microsoft.Hosting.Lifetime");
    private PosixSignalRegistration[] signals = [];
    private int told;
    private volatile bool isLeaving;

    /// <summary>Whether the chat is about to stop: it serves, but no new requests should be sent to it.</summary>
    public bool HasBegun => Volatile.Read(ref told) != 0 || lifetime.ApplicationStopping.IsCancellationRequested;

    /// <summary>Until this is disposed, SIGTERM ends the program at once. Nothing is served yet.</summary>
    public static IDisposable ExitIfToldWhileStarting() =>
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Environment.Exit(0));

    public Task WaitForStartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(() => Log.Started(logger));
        lifetime.ApplicationStopping.Register(() => Log.Stopping(logger));
        signals =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Hear(signal, Drain)),
            PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Hear(signal, lifetime.StopApplication)),
            PosixSignalRegistration.Create(PosixSignal.SIGQUIT, signal => Hear(signal, lifetime.StopApplication)),
        ];
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Closes each connection after its answer, so that a proxy does not use it for one more request.</summary>
    public Task CloseConnectionsAsync(HttpContext http, RequestDelegate next)
    {
        if (HasBegun && HttpProtocol.IsHttp11(http.Request.Protocol))
            http.Response.Headers.Connection = "close";
        return next(http);
    }

    /// <summary>
    /// Refuses reading while the streams end. A proxy that does not ask whether the chat is ready learns by this that it is
    /// not, and repeats the request elsewhere. Otherwise it would still be connecting when nobody listens any more, and what
    /// is not accepted by then is lost. It cannot repeat what changes something, so that is served to the end.
    /// </summary>
    public Task SendAwayAsync(HttpContext http, RequestDelegate next) => isLeaving && HttpMethods.IsGet(http.Request.Method)
        ? Problems.For(Refusal.Unavailable("The chat is just stopping here. Try again in a moment.")).ExecuteAsync(http)
        : next(http);

    public void Dispose() => Array.ForEach(signals, signal => signal.Dispose());

    private static void Hear(PosixSignalContext signal, Action act)
    {
        signal.Cancel = true;
        act();
    }

    private void Drain()
    {
        if (Interlocked.Exchange(ref told, 1) == 0 && Seconds() is > 0 and var seconds)
            _ = DrainAsync(seconds);
        else
            lifetime.StopApplication();
    }

    private int Seconds() => options.Value.DrainSeconds
        ?? (configuration.GetValue<bool>("DOTNET_RUNNING_IN_CONTAINER") ? SecondsInContainer : 0);

    private async Task DrainAsync(int seconds)
    {
        Log.Draining(logger, seconds);
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(seconds), clock, lifetime.ApplicationStopping);
            isLeaving = true;
            await Task.WhenAll(endStreams(StreamsEndWithin), Task.Delay(StreamsEndWithin, clock, lifetime.ApplicationStopping));
        }
        catch (OperationCanceledException)
        {
            // A second signal.
        }
        finally
        {
            lifetime.StopApplication();
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Application started. Press Ctrl+C to shut down.")]
        public static partial void Started(ILogger logger);

        [LoggerMessage(Level = LogLevel.Information, Message = "Told to stop: no longer ready, serving for another {Seconds} s")]
        public static partial void Draining(ILogger logger, int seconds);

        [LoggerMessage(Level = LogLevel.Information, Message = "Application is shutting down...")]
        public static partial void Stopping(ILogger logger);
    }
}

/// <summary>Ends all streams, not all of them at the same moment.</summary>
/// <param name="within">How long that may take.</param>
internal delegate Task EndStreams(TimeSpan within);
