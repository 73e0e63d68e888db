using BlazorChat.Core;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace BlazorChat.Web.Features.Files;

/// <summary>
/// Answers requests that fail because the disk is full, or because the store cannot be reached or written to. By then,
/// partly written files are deleted.
/// </summary>
internal sealed partial class FileFailures(ILogger<FileFailures> logger) : IExceptionHandler
{
    private static readonly Refusal OutOfReach = Refusal.Unavailable("The files are out of reach at the moment. Try again in a while.");
    private static readonly Refusal Full = Refusal.StorageFull("There is no room for this file on the server. Tell an administrator.");

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        var why = FullDisk.IsWhy(exception) ? Full : exception is FileStoreException or UnauthorizedAccessException ? OutOfReach : null;
        if (why is null || http.Response.HasStarted)
            return false;
        Log.Refused(logger, exception, why.Code);
        await Problems.For(why).ExecuteAsync(http);
        return true;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be stored or fetched: {Code}")]
        public static partial void Refused(ILogger logger, Exception failure, string code);
    }
}
