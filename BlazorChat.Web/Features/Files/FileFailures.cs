using BlazorChat.Core;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Diagnostics;

namespace BlazorChat.Web.Features.Files;

/// <summary>Says so where there is no room for a file any more. What was half-written is gone by then.</summary>
internal sealed class FileFailures : IExceptionHandler
{
    private static readonly Refusal Full = Refusal.StorageFull("There is no room for this file on the server. Tell an administrator.");

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellationToken)
    {
        if (!FullDisk.IsWhy(exception) || http.Response.HasStarted)
            return false;
        await Problems.For(Full).ExecuteAsync(http);
        return true;
    }
}
