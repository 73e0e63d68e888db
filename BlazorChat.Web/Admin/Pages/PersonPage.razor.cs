using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>One account, and what administrators can do with it.</summary>
public partial class PersonPage
{
    private static readonly PageRequest Newest = new(1, 20);

    private AccountView? person;
    private IReadOnlyList<SessionView> sessions = [];
    private IReadOnlyList<AuditView> entries = [];
    private bool isLoaded;
    private string? link;
    private string? error;

    [Parameter]
    public string UserId { get; set; } = "";

    [Inject]
    private PeopleQueries People { get; set; } = default!;

    [Inject]
    private ConnectionQueries Connections { get; set; } = default!;

    [Inject]
    private ConnectionCommands ConnectionCommands { get; set; } = default!;

    [Inject]
    private AuditQueries Audit { get; set; } = default!;

    [Inject]
    private StandingCommands StandingCommands { get; set; } = default!;

    [Inject]
    private PublicLinks Addresses { get; set; } = default!;

    [Inject]
    private ResetLinks Links { get; set; } = default!;

    private string Name => person!.DisplayName ?? person.Username;

    private IEnumerable<(string Label, Func<Task> Act, bool IsHard)> Acts =>
    [
        person!.Role == SiteRole.Administrator ? ("Make a member", DemoteAsync, false) : ("Make an administrator", PromoteAsync, false),
        ("Sign out everywhere", SignOutAsync, false),
        ("Password link", MakeLinkAsync, false),
        person.State == AccountState.Deactivated ? ("Reactivate", ReactivateAsync, false) : ("Deactivate", DeactivateAsync, true),
        person.State == AccountState.Banned ? ("Lift the ban", LiftBanAsync, false) : ("Ban", BanAsync, true),
    ];

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        if (await AskAsync() is null)
            return;
        person = await People.FindAsync(UserId, CancellationToken.None);
        sessions = (await Connections.SessionsAsync(UserId, Newest, CancellationToken.None)).Value.Sessions;
        entries = (await Audit.ListAsync(new AuditRequest { Person = UserId }, Newest, CancellationToken.None)).Value.Entries;
        isLoaded = true;
    }

    private Task PromoteAsync() => AskThenAsync(
        new("Make an administrator?", $"{Name} will be able to do everything that you can do here.", "Make administrator"),
        async (caller, _) => (await StandingCommands.ChangeAsync(caller, UserId, new ChangeStanding(Role: "administrator"))).Refusal);

    private Task DemoteAsync() => AskThenAsync(
        new("Make a member?", $"{Name} will not administer the chat any more.", "Make member"),
        async (caller, _) => (await StandingCommands.ChangeAsync(caller, UserId, new ChangeStanding(Role: "member"))).Refusal);

    private Task DeactivateAsync() => AskThenAsync(
        new("Deactivate this account?", $"{Name} is signed out everywhere and cannot sign in until you reactivate the account. What they wrote stays.", "Deactivate"),
        async (caller, _) => (await StandingCommands.ChangeAsync(caller, UserId, new ChangeStanding(Deactivated: true))).Refusal);

    private Task ReactivateAsync() => DoAsync(
        async caller => (await StandingCommands.ChangeAsync(caller, UserId, new ChangeStanding(Deactivated: false))).Refusal);

    private Task BanAsync() => AskThenAsync(
        new($"Ban {Name}?", "They are signed out everywhere at once and cannot come back until you lift the ban. What they wrote stays.", "Ban", ReasonWanted.Required),
        async (caller, reason) => (await StandingCommands.BanAsync(caller, UserId, reason)).Refusal);

    private Task LiftBanAsync() => DoAsync(async caller => (await StandingCommands.LiftBanAsync(caller, UserId)).Refusal);

    private Task SignOutAsync() => AskThenAsync(
        new("Sign out everywhere?", $"Every browser and program of {Name} has to sign in again.", "Sign out"),
        async (caller, _) => (await StandingCommands.SignOutAsync(caller, UserId)).Refusal);

    private Task EndSessionAsync(SessionView session) => DoAsync(
        async caller => (await ConnectionCommands.EndSessionAsync(caller, session.SessionId)).Refusal);

    private Task MakeLinkAsync() => DoAsync(async caller =>
    {
        var made = await Links.MakeAsync(caller, UserId);
        link = made.Refusal is null ? Addresses.To(made.Value.Url, new Uri(Navigation.BaseUri)) : null;
        return made.Refusal;
    });

    private async Task DoAsync(Func<Caller, Task<Refusal?>> act)
    {
        if (await AskAsync() is not { } caller)
            return;
        error = (await act(caller))?.Detail;
        await LoadAsync();
    }

    private async Task AskThenAsync(ConfirmedAct act, Func<Caller, string, Task<Refusal?>> does)
    {
        if (await ConfirmAsync(act, does))
            await LoadAsync();
    }
}
