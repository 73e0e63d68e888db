using System.Data.Common;
using BlazorChat.Core;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace BlazorChat.Web.Data;

/// <summary>Answers requests that failed in the database: 503 if it is away, 400 if it cannot hold a value.</summary>
internal sealed partial class DatabaseFailures(ILogger<DatabaseFailures> logger) : IExceptionHandler
{
    private static readonly Refusal Away = Refusal.Unavailable("The database is out of reach at the moment. Try again in a moment.");
    private static readonly Refusal Unfit = Refusal.Invalid("request", "The request contains a character that cannot be stored, such as U+0000.");

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (http.Response.HasStarted)
            return false;
        if (exception.IsOfDatabase())
        {
            Log.Away(logger, exception, http.Request.Path);
            await Problems.For(Away).ExecuteAsync(http);
            return true;
        }
        if (!exception.IsOfValue())
            return false;
        await Problems.For(Unfit).ExecuteAsync(http);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The database is away: {Path} is answered with 503")]
        public static partial void Away(ILogger logger, Exception failure, string path);
    }
}

internal static class FailureKinds
{
    /// <summary>
    /// Whether the failure is the database's own: it is away, locked or its disk is full. The same request may succeed later.
    /// </summary>
    public static bool IsOfDatabase(this Exception failure) =>
        failure is DbException and not { SqlState: ['2', '2', ..] } || failure.InnerException?.IsOfDatabase() == true;

    /// <summary>Whether the database cannot hold or compare a value: class 22 of the SQL standard, data exceptions.</summary>
    public static bool IsOfValue(this Exception failure) =>
        failure is DbException { SqlState: ['2', '2', ..] } || failure.InnerException?.IsOfValue() == true;

    /// <summary>Whether the database reported the failure, whatever it is about.</summary>
    public static bool CameFromDatabase(this Exception failure) =>
        failure is DbException || failure.InnerException?.CameFromDatabase() == true;
}
