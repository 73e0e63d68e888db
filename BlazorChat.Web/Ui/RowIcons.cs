using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Ui;

/// <summary>
/// Icons of lists that may be long: each row refers to a shape that the page has once (<see cref="RowIconShapes" />). They are ready-made
/// HTML, because every element and attribute that Blazor keeps count of takes its time in a hundred rows.
/// </summary>
internal static class RowIcons
{
    private static readonly Dictionary<string, string> shapes = new()
    {
        ["draft"] = Icons.Material.Rounded.Edit,
        ["message"] = Icons.Material.Rounded.ChatBubbleOutline,
        ["more"] = Icons.Material.Rounded.MoreHoriz,
        ["off"] = Icons.Material.Rounded.NotificationsOff,
        ["private"] = Icons.Material.Rounded.Lock,
        ["public"] = Icons.Material.Rounded.Tag,
    };

    public static MarkupString Draft { get; } = Icon("draft");

    public static MarkupString Message { get; } = Icon("message");

    public static MarkupString More { get; } = Icon("more");

    public static MarkupString Off { get; } = Icon("off");

    public static MarkupString PrivateRoom { get; } = Icon("private");

    public static MarkupString PublicRoom { get; } = Icon("public");

    /// <summary>The shapes themselves, for the page.</summary>
    public static MarkupString Shapes { get; } = new(string.Concat(
        shapes.Select(shape => $"""<symbol id="icon-{shape.Key}" viewBox="0 0 24 24">{shape.Value}</symbol>""")));

    private static MarkupString Icon(string name) => new($"""<svg class="icon" aria-hidden="true"><use href="#icon-{name}"></use></svg>""");
}
