using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Layout;

/// <summary>
/// The style sheets of <c>wwwroot/css</c>. A page links all of them, in the order of their names: the number that a name begins
/// with says after which others its rules count.
/// </summary>
internal static class StyleSheets
{
    /// <returns>Their addresses, which may be kept for ever: each changes with what it leads to.</returns>
    public static IEnumerable<string> In(ResourceAssetCollection assets) => assets
        .Select(asset => (asset.Url, Name: asset.Properties?.FirstOrDefault(property => property.Name == "label")?.Value ?? ""))
        .Where(asset => asset.Name.StartsWith("css/", StringComparison.Ordinal) && asset.Name.EndsWith(".css", StringComparison.Ordinal))
        .OrderBy(asset => asset.Name, StringComparer.Ordinal)
        .Select(asset => asset.Url);
}
