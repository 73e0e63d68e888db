using BlazorChat.Core;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Admin;

/// <summary>
/// Base of the administration pages. They check that the user is an administrator before they show or do anything.
/// </summary>
public abstract class AdminPage : ComponentBase
{
    /// <summary>For search fields: the browser's memory of earlier searches is of no use.</summary>
    private protected static readonly Dictionary<string, object?> Plain = new() { ["autocomplete"] = "off", ["spellcheck"] = "false" };

    [Inject]
    private AdminSeat Seat { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>Whether the page is still rendered without its circuit: controls that cannot work yet show it.</summary>
    protected bool IsAsleep => !RendererInfo.IsInteractive;

    /// <returns>The administrator; null if the user is no longer one. Then the user is taken away from this page.</returns>
    protected async Task<Caller?> AskAsync()
    {
        var caller = await Seat.AskAsync();
        if (caller is null && !IsAsleep)
            Navigation.NavigateTo("./", forceLoad: true);
        return caller;
    }

    /// <summary>Performs an act after the user has confirmed it.</summary>
    /// <param name="act">The act to confirm.</param>
    /// <param name="does">Performs it with the reason that was given.</param>
    /// <returns>Whether it was done.</returns>
    protected async Task<bool> ConfirmAsync(ConfirmedAct act, Func<Caller, string, Task<Refusal?>> does)
    {
        var dialog = await Dialogs.ShowAsync<ActDialog>(act.Title, new DialogParameters<ActDialog>
        {
            { d => d.Question, act.Question }, { d => d.Verb, act.Verb }, { d => d.Reason, act.Reason },
            { d => d.Act, async reason => await AskAsync() is { } caller ? await does(caller, reason) : null },
        });
        return await dialog.Result is { Canceled: false };
    }

    /// <summary>The table's label for screen readers.</summary>
    private protected static Dictionary<string, object?> Named(string name) => new() { ["aria-label"] = name };

    /// <summary>The part of a list that a table shows, in the form that the queries take.</summary>
    private protected static PageRequest PageOf(TableState state) => new(state.Page + 1, state.PageSize);

    private protected static string? SortOf(TableState state) => state.SortDirection switch
    {
        SortDirection.Ascending => state.SortLabel,
        SortDirection.Descending => "-" + state.SortLabel,
        _ => null,
    };
}
