using System.Data.Common;
using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Support;

/// <summary>Counts queries that EF Core sends.</summary>
/// <param name="counts">Whether a query counts, by its SQL.</param>
public abstract class CountingApp(Func<string, bool> counts) : ChatApp
{
    private readonly Counter counter = new(counts);

    /// <summary>How many there were so far.</summary>
    public int Queries => counter.Count;

    protected override void ConfigureServices(IServiceCollection services) =>
        services.ConfigureDbContext<ChatDb>(options => options.AddInterceptors(counter));

    private sealed class Counter(Func<string, bool> counts) : DbCommandInterceptor
    {
        private int count;

        public int Count => Volatile.Read(ref count);

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (counts(command.CommandText))
                Interlocked.Increment(ref count);
            return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
        }
    }
}
