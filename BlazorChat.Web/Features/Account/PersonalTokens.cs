using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Hosting;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Account;

/// <summary>Access tokens that people make for their own programs. Each is a <see cref="Session"/> and ends like one.</summary>
public sealed class PersonalTokens(LogWriter log)
{
    /// <summary>The prefix of every token, by which people and scanners for leaked secrets recognise it.</summary>
    private const int MaxNameLength = 64;
    private const int Most = 50;
    private const int MostDays = 3650;

    private static readonly Refusal BadName = Refusal.Invalid("name", $"Give it a name of up to {MaxNameLength} characters.");

    private static readonly Refusal BadScope = Refusal.Invalid("scope", "A token is for read, write or admin.");

    private static readonly Refusal BadExpiry =
        Refusal.Invalid("expires_in_days", $"A token lasts 1 to {MostDays} days, or until it is revoked.");

    private static readonly Refusal NotYours = Refusal.Forbidden("Only administrators make tokens for administration.");

    private static readonly Refusal TooMany =
        Refusal.Conflict("too_many_tokens", $"You have {Most} tokens. Revoke one that you do not need any more.");

    /// <returns>The token, which nobody can see again, and what is known of it.</returns>
    public async Task<Result<MadeToken>> MakeAsync(Caller caller, MakeToken request)
    {
        if (request.Scope == TokenScope.Admin && !caller.IsAdministrator)
            return NotYours;
        if (PlainLine.Clean(request.Name) is not { Length: > 0 and <= MaxNameLength } name)
            return BadName;
        if (request.Scope is not { } scope)
            return BadScope;
        if (request.ExpiresInDays is < 1 or > MostDays)
            return BadExpiry;
        var secret = RandomId.NewSecret();
        var made = await log.AppendAsync<Session>(async (append, ct) =>
        {
            var account = await append.Db.Users.SingleAsync(u => u.Id == caller.UserId, ct);
            if (await append.Db.Sessions.CountAsync(s => s.UserId == account.Id && s.TokenHash != null, ct) >= Most)
                return TooMany;
            var token = new Session
            {
                Id = RandomId.New(),
                UserId = account.Id,
                Stamp = account.SecurityStamp!,
                CreatedAt = append.Now,
                ExpiresAt = request.ExpiresInDays is { } days
                    ? append.Now + (long)TimeSpan.FromDays(days).TotalMilliseconds
                    : Session.Never,
                Name = name,
                Scope = scope,
                TokenHash = TokenSecret.Hash(secret),
            };
            append.Db.Sessions.Add(token);
            return token;
        });
        return made.Refusal is { } why ? why : new MadeToken($"{TokenSecret.Prefix}{made.Value.Id}.{secret}", TokenView.Of(made.Value));
    }
}

/// <param name="Name">For its owner to recognise, 1 to 64 characters.</param>
/// <param name="ExpiresInDays">Null: it lasts until it is revoked.</param>
public sealed record MakeToken([Needed] string? Name, [Needed] TokenScope? Scope, int? ExpiresInDays);

/// <param name="Token">The token. It is shown only this once.</param>
public sealed record MadeToken(string Token, TokenView About);
