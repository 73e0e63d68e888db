using BlazorChat.Core;
using BlazorChat.Web.Ui;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Features.Account;

/// <summary>Base of the pages for signing in and registering: plain forms, answered by a page.</summary>
public abstract class DoorForm : LoadedComponent
{
    [CascadingParameter]
    protected HttpContext Http { get; set; } = default!;

    [Inject]
    protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>The page that someone wanted when they were asked to sign in.</summary>
    [SupplyParameterFromQuery]
    protected string? ReturnUrl { get; set; }

    protected Refusal? Refused { get; set; }

    /// <summary>Why this field was refused.</summary>
    protected string? ErrorOf(string field) => Refused?.Field == field ? Refused.Detail : null;

    /// <summary>Why the form was refused, if no single field is the reason.</summary>
    protected string? ErrorOfNone(params ReadOnlySpan<string> fields) =>
        Refused is not null && (Refused.Field is null || !fields.Contains(Refused.Field)) ? Refused.Detail : null;

    /// <summary>Whether they followed a link to join a room.</summary>
    protected bool IsInvited => ReturnUrl?.StartsWith("/join/", StringComparison.Ordinal) is true;

    protected string With(string page) =>
        string.IsNullOrEmpty(ReturnUrl) ? page : $"{page}?ReturnUrl={Uri.EscapeDataString(ReturnUrl)}";

    protected void Leave() => Navigation.NavigateTo(IsLocal(ReturnUrl) ? ReturnUrl! : "./");

    // Only a path of our own: "//host" and "/\host" lead elsewhere.
    private static bool IsLocal(string? url) =>
        url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl);
}
