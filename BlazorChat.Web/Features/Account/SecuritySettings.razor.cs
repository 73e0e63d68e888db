using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Features.Account;

/// <summary>The settings page for signing in: password, second factor, passkeys.</summary>
public partial class SecuritySettings
{
    private const string ChangeForm = "password";
    private const string SetUpForm = "set-up";
    private const string TurnOnForm = "turn-on";
    private const string TurnOffForm = "turn-off";
    private const string RenewForm = "renew";
    private const string RemoveForm = "remove-passkey";

    private TwoFactorView factor = default!;
    private AuthenticatorSetup? setup;
    private IReadOnlyList<string>? codes;
    private IReadOnlyList<PasskeyView> passkeys = [];

    [Inject]
    private TwoFactor Factor { get; set; } = default!;

    [Inject]
    private Passkeys Keys { get; set; } = default!;

    [Inject]
    private Passwords Passwords { get; set; } = default!;

    [Inject]
    private PasswordChange Change { get; set; } = default!;

    [Inject]
    private BrowserSignIn Browser { get; set; } = default!;

    [SupplyParameterFromForm(FormName = ChangeForm)]
    private PasswordForm Password { get; set; } = default!;

    [SupplyParameterFromForm(FormName = SetUpForm)]
    private ConfirmForm SetUp { get; set; } = default!;

    [SupplyParameterFromForm(FormName = TurnOnForm)]
    private CodeForm On { get; set; } = default!;

    [SupplyParameterFromForm(FormName = TurnOffForm)]
    private ConfirmForm Off { get; set; } = default!;

    [SupplyParameterFromForm(FormName = RenewForm)]
    private ConfirmForm Renewal { get; set; } = default!;

    [SupplyParameterFromForm(FormName = RemoveForm)]
    private RemovalForm Removal { get; set; } = default!;

    private string RecoveryCodesLeft =>
        factor.RecoveryCodesLeft == 1 ? "1 recovery code is left." : $"{factor.RecoveryCodesLeft} recovery codes are left.";

    protected override async Task LoadAsync()
    {
        (Password, SetUp, On, Off, Renewal, Removal) =
            (Password ?? new(), SetUp ?? new(), On ?? new(), Off ?? new(), Renewal ?? new(), Removal ?? new());
        // A form that was sent must be on the page while it is handled.
        setup = On.Secret is { Length: <= 64 } secret ? AuthenticatorSetup.For(Me.Username, secret) : null;
        await LookAsync();
    }

    private async Task LookAsync()
    {
        factor = await Factor.LookAsync(Me, Http.RequestAborted);
        passkeys = await Keys.ListAsync(Me, Http.RequestAborted);
    }

    private async Task ChangePasswordAsync()
    {
        var changed = await Change.ChangeAsync(Me, Password.Current ?? "", Password.Next ?? "");
        Settle(
            ChangeForm, changed.Refusal ?? await Browser.BeginAsync(Http, changed.Value, remember: true),
            "Your password is changed. Other devices are signed out.");
    }

    private async Task SetUpAsync()
    {
        if ((await Passwords.ConfirmAsync(Me, SetUp.Password)).Refusal is { } why)
        {
            Settle(SetUpForm, why);
            return;
        }
        var made = await Factor.SetUpAsync(Me);
        if (Settle(SetUpForm, made.Refusal))
            setup = made.Value;
    }

    private async Task TurnOnAsync()
    {
        var on = await Factor.TurnOnAsync(Me, On.Code);
        if (Settle(TurnOnForm, on.Refusal, "Two-factor sign-in is on."))
            (codes, setup) = (on.Value.Codes, null);
        await LookAsync();
    }

    private async Task TurnOffAsync()
    {
        var refused = (await Passwords.ConfirmAsync(Me, Off.Password)).Refusal ?? (await Factor.TurnOffAsync(Me)).Refusal;
        Settle(TurnOffForm, refused, "Two-factor sign-in is off.");
        await LookAsync();
    }

    private async Task RenewAsync()
    {
        if ((await Passwords.ConfirmAsync(Me, Renewal.Password)).Refusal is { } why)
        {
            Settle(RenewForm, why);
            return;
        }
        var renewed = await Factor.RenewCodesAsync(Me);
        if (Settle(RenewForm, renewed.Refusal, "The old recovery codes no longer work."))
            codes = renewed.Value.Codes;
        await LookAsync();
    }

    private async Task RemovePasskeyAsync()
    {
        Settle(RemoveForm, (await Keys.RemoveAsync(Me, Removal.PasskeyId ?? "")).Refusal, "The passkey is removed.");
        await LookAsync();
    }

    private sealed class PasswordForm
    {
        public string? Current { get; set; }

        public string? Next { get; set; }
    }

    private sealed class ConfirmForm
    {
        public string? Password { get; set; }
    }

    private sealed class CodeForm
    {
        public string? Secret { get; set; }

        public string? Code { get; set; }
    }

    private sealed class RemovalForm
    {
        public string? PasskeyId { get; set; }
    }
}
