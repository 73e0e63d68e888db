using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BlazorChat.Tests.Safety;

/// <summary>A chat that logs all it can, as somebody would who looks for a fault.</summary>
public sealed class TalkativeApp() : ManualClockApp([("Logging:LogLevel:Default", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore", "Trace"),
    ("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Trace"), ("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Trace")])
{
    internal EveryLine Log { get; } = new();

    protected override void ConfigureServices(IServiceCollection services)
    {
        base.ConfigureServices(services);
        services.AddSingleton<ILoggerProvider>(Log);
    }
}

/// <summary>Keeps every line with all that belongs to it.</summary>
internal sealed class EveryLine : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = [];
    private readonly SemaphoreSlim arrivals = new(0);
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => lines;

    /// <summary>The first line with this in it, once there is one.</summary>
    public async Task<string> UntilAsync(string part)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        for (var seen = 0; ; seen++)
        {
            await arrivals.WaitAsync(patience.Token);
            if (lines.ElementAt(seen) is var line && line.Contains(part, StringComparison.Ordinal))
                return line;
        }
    }

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public void Dispose()
    {
    }

    private sealed class Logger(EveryLine log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => log.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = state as IEnumerable<KeyValuePair<string, object?>> ?? [];
            var around = new List<string>();
            log.scopes.ForEachScope((scope, _) => around.Add($"{scope}"), 0);
            log.lines.Enqueue($"{logLevel} {category} {formatter(state, exception)} {exception} {string.Join(", ", values)} {string.Join(", ", around)}");
            log.arrivals.Release();
        }
    }
}
