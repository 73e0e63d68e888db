using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Layout;

/// <summary>
/// The style sheets of <c>wwwroot/css</c>. A page links all of them in the order of their names. The number at the start of a
/// name decides which rules take precedence.
/// </summary>
internal static class StyleSheets
{
    private static readonly ConditionalWeakTable<ResourceAssetCollection, string[]> Known = [];

    /// <returns>Their addresses. They may be cached forever, because an address changes with the file's content.</returns>
    public static IReadOnlyList<string> In(ResourceAssetCollection assets) => Known.GetValue(assets, Find);

    private static string[] Find(ResourceAssetCollection assets) =>
    [
        .. assets
            .Select(asset => (asset.Url, Name: asset.Properties?.FirstOrDefault(property => property.Name == "label")?.Value ?? ""))
            .Where(asset => asset.Name.StartsWith("css/", StringComparison.Ordinal) && asset.Name.EndsWith(".css", StringComparison.Ordinal))
            .OrderBy(asset => asset.Name, StringComparer.Ordinal)
            .Select(asset => asset.Url),
    ];
}
