using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace BlazorChat.Web.Conversation;

/// <summary>
/// A script asks for a page only for what describes its islands to the server, to begin a circuit with it (<c>drawn.js</c>): nothing is
/// drawn then, and messages not even read.
/// </summary>
internal static class IslandsOnly
{
    private const string Header = "Chat-Islands";
    private static readonly InteractiveServerRenderMode described = new(prerender: false);

    public static bool AreAskedFor(HttpContext http) => http.Request.Headers.ContainsKey(Header);

    /// <summary>How the islands of a page are drawn.</summary>
    public static IComponentRenderMode ModeOf(HttpContext http) => AreAskedFor(http) ? described : RenderMode.InteractiveServer;
}
