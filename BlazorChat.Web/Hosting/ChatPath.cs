using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>Serves the chat under a path of its host (<c>Chat:PathBase</c>), and nothing outside of it.</summary>
internal static partial class ChatPath
{
    public static void UseChatPath(this WebApplication app)
    {
        PathString pathBase = app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.PathBase;
        if (!pathBase.HasValue)
            return;
        app.Use((http, next) =>
        {
            // The case must match, because cookies and the pages' base address are case-sensitive, too.
            if (!http.Request.Path.StartsWithSegments(pathBase, StringComparison.Ordinal, out var rest))
                http.Response.StatusCode = StatusCodes.Status404NotFound;
            else if (!rest.HasValue)
                http.Response.Redirect($"{pathBase}/{http.Request.QueryString}");
            else
                return next(http);
            return Task.CompletedTask;
        });
        app.UsePathBase(pathBase);
    }

    /// <summary>Whether it is a path that needs no escaping anywhere.</summary>
    [GeneratedRegex("^(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*$")]
    internal static partial Regex Valid();
}
