using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Features.Account;

/// <summary>Signing in: by password, with a code after it where the account asks for one, or by a passkey.</summary>
public partial class Login
{
    private string? ticket;

    [Inject]
    private SignInForms Forms { get; set; } = default!;

    [Inject]
    private RegistrationCommands Registration { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "login")]
    private Form Input { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "second")]
    private SecondForm Second { get; set; } = default!;

    [SupplyParameterFromForm(FormName = "passkey")]
    private PasskeyForm Passkey { get; set; } = default!;

    // After a mismatch the password gets the focus: people can see the name they typed, so it is seldom wrong.
    private string? PasswordError => Refused?.Code == "wrong_credentials" ? Refused.Detail : ErrorOf("password");

    private bool AsksForPassword => PasswordError is not null;

    private string? Notice => AsksForPassword ? null : ErrorOfNone("username", "password");

    // Nobody can sign in to a chat that nobody has an account of yet.
    protected override async Task LoadAsync()
    {
        if (HttpMethods.IsGet(Http.Request.Method) && await Registration.IsFirstAsync())
            Navigation.NavigateTo(With("account/register"));
    }

    protected override void OnInitialized()
    {
        Input ??= new() { Remember = true };
        Second ??= new();
        Passkey ??= new();
        // Read before the form is handled: the page must show the form that was sent.
        ticket = Second.Ticket;
    }

    private async Task SubmitAsync()
    {
        var signedIn = await Forms.SignInAsync(Http, Input.Username ?? "", Input.Password ?? "", Input.Remember);
        Refused = signedIn.Refusal;
        if (Refused is null && (ticket = signedIn.Value) is null)
            Leave();
    }

    private async Task SubmitSecondAsync()
    {
        Refused = await Forms.SignInAsync(Http, Second.Ticket, Second.Code);
        if (Refused is null)
            Leave();
        else if (Refused.Code == "too_late")
            ticket = null;
    }

    private async Task SubmitPasskeyAsync()
    {
        Refused = await Forms.SignInByPasskeyAsync(Http, Passkey.Credential);
        if (Refused is null)
            Leave();
    }

    private sealed class Form
    {
        public string? Username { get; set; }

        public string? Password { get; set; }

        public bool Remember { get; set; }
    }

    private sealed class SecondForm
    {
        public string? Ticket { get; set; }

        public string? Code { get; set; }
    }

    private sealed class PasskeyForm
    {
        public string? Credential { get; set; }
    }
}
