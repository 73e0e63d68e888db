using System.Net.Mime;
using System.Text;
using BlazorChat.Web.Bundles;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace BlazorChat.Web.Ui;

/// <summary>
/// <see cref="ChatTheme"/> as a style sheet: made once, cached by browsers, and in effect before the first paint in both
/// themes.
/// </summary>
internal static class ThemeSheet
{
    public static async Task<Bundle> MakeAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, services.GetRequiredService<ILoggerFactory>());
        var light = await VariablesAsync(renderer, isDark: false);
        var dark = (await VariablesAsync(renderer, isDark: true)).Except(light).ToList();
        var css = $$"""
            :root { {{string.Join('\n', light)}} }
            :root[data-theme=dark] { {{string.Join('\n', dark)}} }
            @media (prefers-color-scheme: dark) { :root:not([data-theme]) { {{string.Join('\n', dark)}} } }
            """;
        return new Bundle("theme.css", MediaTypeNames.Text.Css, css);
    }

    private static Task<string[]> VariablesAsync(HtmlRenderer renderer, bool isDark) => renderer.Dispatcher.InvokeAsync(async () =>
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Variables.Theme)] = ChatTheme.Theme,
            [nameof(Variables.IsDarkMode)] = isDark,
        });
        var rendered = await renderer.RenderComponentAsync<Variables>(parameters);
        return rendered.ToHtmlString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    });

    // MudBlazor's own provider writes one palette into each page; this one returns the bare declarations.
    private sealed class Variables : MudThemeProvider
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            var declarations = new StringBuilder();
            GenerateTheme(declarations);
            builder.AddMarkupContent(0, declarations.ToString());
        }
    }
}
