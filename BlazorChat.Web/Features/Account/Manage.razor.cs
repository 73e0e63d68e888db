using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Features.Account;

/// <summary>What people do with their own account: another password, or no account any more.</summary>
public partial class Manage
{
    private const string ChangeForm = "password";
    private const string DeleteForm = "delete";

    private Caller me = default!;
    private bool isChanged;
    private string? refusedForm;

    [SupplyParameterFromForm(FormName = ChangeForm)]
    private PasswordForm Password { get; set; } = default!;

    [SupplyParameterFromForm(FormName = DeleteForm)]
    private DeletionForm Deletion { get; set; } = default!;

    protected override void OnInitialized()
    {
        Password ??= new();
        Deletion ??= new();
        me = Http.Features.GetRequiredFeature<Caller>();
    }

    private string? ErrorOf(string form, string field) => form == refusedForm ? ErrorOf(field) : null;

    private string? ErrorOfNone(string form, params ReadOnlySpan<string> fields) =>
        form == refusedForm ? ErrorOfNone(fields) : null;

    private async Task ChangeAsync()
    {
        Refused = await Accounts.ChangePasswordAsync(Http, Password.Current ?? "", Password.Next ?? "");
        isChanged = Refused is null;
        refusedForm = isChanged ? null : ChangeForm;
    }

    private async Task DeleteAsync()
    {
        Refused = await Accounts.DeleteAccountAsync(Http, Deletion.Password ?? "");
        if (Refused is null)
            Navigation.NavigateTo("/account/logged-out");
        else
            refusedForm = DeleteForm;
    }

    private sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Next { get; set; }
    }

    private sealed class DeletionForm
    {
        public string? Password { get; set; }
    }
}
