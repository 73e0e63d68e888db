using BlazorChat.Core;
using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Features.Account;

/// <summary>What the pages of one's own account have in common: several plain forms on a page, one of which was sent.</summary>
public abstract class SettingsForm : DoorForm
{
    private string? sent;

    /// <summary>Whose account it is.</summary>
    protected Caller Me => Http.Features.GetRequiredFeature<Caller>();

    /// <summary>What was done, to say so; null: nothing yet.</summary>
    protected string? Done { get; set; }

    [Inject]
    protected TimeProvider Clock { get; set; } = default!;

    protected string? ErrorOf(string form, string field) => form == sent ? ErrorOf(field) : null;

    protected string? ErrorOfNone(string form, params ReadOnlySpan<string> fields) => form == sent ? ErrorOfNone(fields) : null;

    /// <summary>Whether a form was refused, and so stays open.</summary>
    protected bool IsRefused(string form) => form == sent && Refused is not null;

    /// <summary>Notes what became of a form.</summary>
    /// <returns>Whether it was accepted.</returns>
    protected bool Settle(string form, Refusal? refused, string? done = null)
    {
        (sent, Refused, Done) = (form, refused, refused is null ? done : null);
        return refused is null;
    }
}
