using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>Explains why the chat did not start, if the person who starts it can do something about it.</summary>
internal static class FailedStart
{
    // https://sqlite.org/rescode.html
    private const int SqliteReadOnly = 8;
    private const int SqliteIoError = 10;
    private const int SqliteCorrupt = 11;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;
    private const int SqliteNotADatabase = 26;

    // ENOSPC, and its Windows equivalent.
    private const int NoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    private const string Data = ChatOptions.Section + ":DataDirectory: ";
    private const string DiskFull = Data + "the disk is full. Make room, or name a folder on another disk, and start again.";

    private static volatile bool hasStarted;

    /// <summary>
    /// From here on, such a failure ends the program with one sentence and exit code 1, without a stack trace.
    /// </summary>
    public static void TellInOneSentence() => AppDomain.CurrentDomain.UnhandledException += (_, end) =>
    {
        if (Explain((Exception)end.ExceptionObject) is not { } why)
            return;
        Console.Error.WriteLine(why);
        Environment.Exit(1);
    };

    /// <returns>
    /// A line or two; null if it has started, or if it is a bug in the program: then the stack trace is needed.
    /// </returns>
    private static string? Explain(Exception failure)
    {
        if (hasStarted)
            return null;
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
            if (Sentence(cause) is { } sentence)
                return sentence;
        return failure.GetBaseException() switch
        {
            var of when OfTheFramework(of) is { } why => why,
            IOException of => Data + of.Message + " Look at what is in this folder, or name another one.",
            _ => null,
        };
    }

    // Kestrel and the logging check their own settings. Their messages are clear enough without a stack trace.
    private static string? OfTheFramework(Exception failure)
    {
        var why = failure.Message.Split('\n')[0].TrimEnd();
        if (failure.StackTrace?.Contains("at Microsoft.AspNetCore.Server.Kestrel.", StringComparison.Ordinal) == true)
            return why + " Look at Kestrel and at where to listen (--urls, Urls, ASPNETCORE_URLS) in the configuration.";
        return failure.Source?.StartsWith("Microsoft.Extensions.Logging", StringComparison.Ordinal) == true
            ? why + " Look at Logging in the configuration: a level is Trace, Debug, Information, Warning, Error, Critical or None."
            : null;
    }

    /// <summary>The host, Kestrel and the database log a failed start with a stack trace. The sentence is enough.</summary>
    public static void KeepStackTracesOutOfFailedStarts(this WebApplicationBuilder builder)
    {
        builder.Logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= LogLevel.Warning && (hasStarted || level < LogLevel.Error));
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore.Database", level => level >= LogLevel.Warning && (hasStarted || level < LogLevel.Error));
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Information && (hasStarted || level < LogLevel.Error));
    }

    public static void NoteStart(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() => hasStarted = true);

    private static string? Sentence(Exception cause) => cause switch
    {
        CannotStartException why => why.Message,
        OptionsValidationException wrong => string.Join(Environment.NewLine, wrong.Failures),
        AggregateException { InnerExceptions: var several } when several.All(one => one is OptionsValidationException) =>
            string.Join(Environment.NewLine, several.SelectMany(one => ((OptionsValidationException)one).Failures)),
        AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } =>
            "The port is taken: is a chat running already? Stop it, or listen elsewhere: --urls http://localhost:5081.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "This port needs more rights: listen on one above 1023 (--urls http://localhost:5080), or put a proxy in front.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } =>
            "This machine does not have the address that --urls, Urls or ASPNETCORE_URLS names: listen on http://localhost:5080, for example.",
        SqliteException { SqliteErrorCode: SqliteFull } => DiskFull,
        SqliteException { SqliteErrorCode: SqliteReadOnly or SqliteIoError or SqliteCannotOpen } =>
            Data + "the database there cannot be written. Give the user whom the chat runs as the right to write to the folder and all in it.",
        SqliteException { SqliteErrorCode: SqliteCorrupt or SqliteNotADatabase } =>
            Data + "the file chat.db there is damaged, or no database of a chat. Restore a backup of the folder, or name another one.",
        InvalidDataException { InnerException: { } inner } file => $"{file.Message} {inner.Message}",
        IOException { HResult: NoSpace or WindowsDiskFull } => DiskFull,
        UnauthorizedAccessException denied => Data + denied.Message + " Name a folder that the user whom the chat runs as may write to.",
        _ => null,
    };
}
