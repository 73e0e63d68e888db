using BlazorChat.Core;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Features.Account;

/// <summary>Base of the pages of one's own account: each has several plain forms, one of which was sent.</summary>
public abstract class SettingsForm : DoorForm
{
    private string? sent;

    /// <summary>Whose account it is.</summary>
    protected Caller Me => Http.Features.GetRequiredFeature<Caller>();

    /// <summary>The sentence that says what was done; null if nothing was yet.</summary>
    protected string? Done { get; set; }

    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    protected string? ErrorOf(string form, string field) => form == sent ? ErrorOf(field) : null;

    protected string? ErrorOfNone(string form, params ReadOnlySpan<string> fields) => form == sent ? ErrorOfNone(fields) : null;

    /// <summary>Whether a form was refused, and so stays open.</summary>
    protected bool IsRefused(string form) => form == sent && Refused is not null;

    /// <summary>Stores the result of a form, to show it.</summary>
    /// <returns>Whether it was accepted.</returns>
    protected bool Settle(string form, Refusal? refused, string? done = null)
    {
        (sent, Refused, Done) = (form, refused, refused is null ? done : null);
        return refused is null;
    }
}
