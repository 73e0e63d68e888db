using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Access tokens: made, shown once, revoked.</summary>
public partial class TokenSettings
{
    private const string MakeForm = "make";
    private const string RevokeForm = "revoke";

    private IReadOnlyList<TokenView> tokens = [];
    private MadeToken? made;

    [Inject]
    private PersonalTokens Tokens { get; set; } = default!;

    [Inject]
    private SignIns SignIns { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ChatDb> Databases { get; set; } = default!;

    [SupplyParameterFromForm(FormName = MakeForm)]
    private MakingForm Making { get; set; } = default!;

    [SupplyParameterFromForm(FormName = RevokeForm)]
    private RevokingForm Revoking { get; set; } = default!;

    protected override Task LoadAsync()
    {
        Making ??= new();
        Revoking ??= new();
        return LookAsync();
    }

    private string About(TokenView token) => string.Join(" · ",
        token.Scope switch { TokenScope.Read => "reads", TokenScope.Write => "reads and writes", _ => "administers" },
        token.LastUsedAt is { } at ? $"last used {Ago.Of(at, Clock.GetUtcNow())} by {token.LastUsedBy}" : "never used",
        token.ExpiresAt is { } until ? "until " + Ago.DateOf(until) : "until revoked");

    private async Task MakeAsync()
    {
        var answer = await Tokens.MakeAsync(Me, new MakeToken(Making.Name, Making.Scope, Making.Days));
        if (Settle(MakeForm, answer.Refusal, "The token is made."))
            made = answer.Value;
        await LookAsync();
    }

    private async Task RevokeAsync()
    {
        Settle(RevokeForm, (await SignIns.EndAsync(Me.UserId, Revoking.TokenId ?? "")).Refusal, "The token is revoked.");
        await LookAsync();
    }

    private async Task LookAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Http.RequestAborted);
        tokens = await SessionQueries.TokensOfAsync(db, Me, Clock.GetUtcNow().ToUnixTimeMilliseconds(), Http.RequestAborted);
    }

    private sealed class MakingForm
    {
        public string? Name { get; set; }

        public TokenScope? Scope { get; set; }

        public int? Days { get; set; }
    }

    private sealed class RevokingForm
    {
        public string? TokenId { get; set; }
    }
}
