using MudBlazor;

namespace BlazorChat.Web.Ui;

/// <summary>
/// The one theme. Every colour of the chat is defined here once, and style sheets use it through MudBlazor's CSS variables.
/// </summary>
public static class ChatTheme
{
    private static readonly string[] Fonts =
        ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Ubuntu", "Cantarell", "Helvetica Neue", "Arial",
         "sans-serif", "Apple Color Emoji", "Segoe UI Emoji", "Noto Color Emoji"];

    private static readonly PaletteLight Light = new()
    {
        Primary = "#1f6f5c",
        PrimaryContrastText = "#ffffff",
        Secondary = "#5b6764",
        Background = "#ffffff",
        BackgroundGray = "#eef2f0",
        Surface = "#ffffff",
        DrawerBackground = "#f3f6f5",
        DrawerText = "#1a2321",
        DrawerIcon = "#55625e",
        TextPrimary = "#1a2321",
        TextSecondary = "#55625e",
        TextDisabled = "#8a9692",
        ActionDefault = "#55625e",
        LinesDefault = "#dde4e1",
        LinesInputs = "#84928d",
        Divider = "#dde4e1",
        Skeleton = "#e6ebe9",
        Info = "#1d63b8",
        Success = "#1d7f3f",
        Warning = "#8a5a00",
        Error = "#b3261e",
        Black = "#0b100f",
        White = "#ffffff",
        OverlayDark = "rgba(11,16,15,0.4)",
    };

    private static readonly PaletteDark Dark = new()
    {
        Primary = "#6cc9ae",
        PrimaryContrastText = "#08211a",
        Secondary = "#9aa8a4",
        Background = "#171b1a",
        BackgroundGray = "#101413",
        Surface = "#1e2422",
        DrawerBackground = "#111514",
        DrawerText = "#e2e8e6",
        DrawerIcon = "#9aa8a4",
        TextPrimary = "#e2e8e6",
        TextSecondary = "#9aa8a4",
        TextDisabled = "#6d7a76",
        ActionDefault = "#9aa8a4",
        LinesDefault = "#2c3432",
        LinesInputs = "#6d7a76",
        Divider = "#2c3432",
        Skeleton = "#27302d",
        Info = "#7db4f5",
        Success = "#65c98a",
        Warning = "#e0b25c",
        Error = "#f2978f",
        ErrorContrastText = "#3b0906",
        Black = "#0b100f",
        White = "#ffffff",
        OverlayDark = "rgba(0,0,0,0.6)",
    };

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Light,
        PaletteDark = Dark,
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "8px" },
        Typography = new Typography
        {
            Default = Type<DefaultTypography>("0.9375rem", "1.4667"),
            Body1 = Type<Body1Typography>("0.9375rem", "1.4667"),
            Body2 = Type<Body2Typography>("0.875rem", "1.4286"),
            H6 = Type<H6Typography>("1.0625rem", "1.4", "600"),
            Button = Type<ButtonTypography>("0.875rem", "1.4286", "600"),
            Caption = Type<CaptionTypography>("0.75rem", "1.3333"),
        },
    };

    private static T Type<T>(string size, string line, string weight = "400") where T : BaseTypography, new() => new()
    {
        FontFamily = Fonts,
        FontSize = size,
        LineHeight = line,
        FontWeight = weight,
        LetterSpacing = "normal",
        TextTransform = "none",
    };
}
