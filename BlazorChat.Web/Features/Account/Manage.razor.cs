using BlazorChat.Core.Users;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Web.Features.Account;

/// <summary>What people do with their own account: another password, or no account any more.</summary>
public partial class Manage
{
    private Caller me = default!;
    private bool isChanged;
    private string? refusedForm;

    [SupplyParameterFromForm(FormName = "password")]
    private PasswordForm Password { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "delete")]
    private DeletionForm Deletion { get; set; } = default!;

    protected override void OnInitialized()
    {
        Password ??= new();
        Deletion ??= new();
        me = Http.Features.GetRequiredFeature<Caller>();
    }

    private async Task ChangeAsync()
    {
        Refused = await Accounts.ChangePasswordAsync(Http, Password.Current ?? "", Password.Next ?? "");
        isChanged = Refused is null;
        refusedForm = isChanged ? null : "password";
    }

    private async Task DeleteAsync()
    {
        Refused = await Accounts.DeleteAccountAsync(Http, Deletion.Password ?? "");
        if (Refused is null)
            Navigation.NavigateTo("/account/logged-out");
        else
            refusedForm = "delete";
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
