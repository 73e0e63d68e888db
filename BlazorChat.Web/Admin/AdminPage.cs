using BlazorChat.Core;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Admin;

/// <summary>What the pages of administration have in common: they ask who is there before they show or do anything.</summary>
public abstract class AdminPage : ComponentBase
{
    /// <summary>For fields that search: what was searched before is of no help.</summary>
    private protected static readonly Dictionary<string, object?> Plain = new() { ["autocomplete"] = "off", ["spellcheck"] = "false" };

    [Inject]
    private AdminSeat Seat { get; set; } = default!;

    [Inject]
    private IDialogService Dialogs { get; set; } = default!;

    [Inject]
    private protected NavigationManager Navigation { get; set; } = default!;

    /// <summary>As drawn before the circuit is up: what cannot act yet says so.</summary>
    protected bool IsAsleep => !RendererInfo.IsInteractive;

    /// <returns>The administrator; null if they are none any more: then this page is left.</returns>
    protected async Task<Caller?> AskAsync()
    {
        var caller = await Seat.AskAsync();
        if (caller is null && !IsAsleep)
            Navigation.NavigateTo("./", forceLoad: true);
        return caller;
    }

    /// <summary>Does something after asking whether it is really meant.</summary>
    /// <param name="act">What it is.</param>
    /// <param name="does">Does it, with the reason that was given.</param>
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

    /// <summary>What a table is, for those who do not see it.</summary>
    private protected static Dictionary<string, object?> Named(string name) => new() { ["aria-label"] = name };

    /// <summary>The part of a list that a table shows, as the readers understand it.</summary>
    private protected static PageRequest PageOf(TableState state) => new(state.Page + 1, state.PageSize);

    private protected static string? SortOf(TableState state) => state.SortDirection switch
    {
        SortDirection.Ascending => state.SortLabel,
        SortDirection.Descending => "-" + state.SortLabel,
        _ => null,
    };
}
