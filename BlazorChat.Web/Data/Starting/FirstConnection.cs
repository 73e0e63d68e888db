using System.Data.Common;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Data.Starting;

/// <summary>Waits for the database at the start: a server of its own may start later than the chat.</summary>
internal static partial class FirstConnection
{
    /// <summary>The lock that a node takes while it starts.</summary>
    public const string Lock = "blazorchat.start";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);

    /// <returns>The right to migrate, before every other node that starts now.</returns>
    /// <exception cref="CannotStartException">The database is not there, or refuses the sign-in.</exception>
    public static async Task<IAsyncDisposable> WaitAsync(ChatDb db, ILogger logger)
    {
        var since = TimeProvider.System.GetTimestamp();
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return await db.LockAsync([Lock], CancellationToken.None);
            }
            catch (DbException failure) when (failure.IsTransient && TimeProvider.System.GetElapsedTime(since) < Patience)
            {
                if (isFirst)
                    Log.Waiting(logger, failure.Message);
                await Task.Delay(BetweenAttempts);
            }
            catch (DbException failure)
            {
                throw new CannotStartException($"{DatabaseOptions.Section}:Chat: the database cannot be used. {failure.Message}");
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Waiting for the database: {Why}")]
        public static partial void Waiting(ILogger logger, string why);
    }
}
