using System.Security.Claims;
using BlazorChat.Web.Data;
using BlazorChat.Web.Data.Starting;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BlazorChat.Web.Features.Account;

/// <summary>
/// The JWTs of programs. A JWT names a session; every use checks whether that session is still valid.
/// </summary>
public sealed class AccessTokens(Keys keys, IOptions<AccessTokenOptions> options, TimeProvider clock)
{
    private const string Name = "BlazorChat";
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(1);

    private readonly SymmetricSecurityKey key = new(keys.TokenKey);

    public TimeSpan Lasts => TimeSpan.FromMinutes(options.Value.AccessTokenMinutes);

    public TokenValidationParameters Validation => new()
    {
        ValidIssuer = Name,
        ValidAudience = Name,
        IssuerSigningKey = key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        // Checked with the clock that also ends the streams. With several servers, one clock may be a little ahead.
        LifetimeValidator = (from, until, _, _) =>
            until > clock.GetUtcNow().UtcDateTime && !(from > (clock.GetUtcNow() + ClocksDiffer).UtcDateTime),
        NameClaimType = JwtRegisteredClaimNames.Name,
    };

    public string Issue(Session session) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Name,
        Audience = Name,
        IssuedAt = clock.GetUtcNow().UtcDateTime,
        NotBefore = clock.GetUtcNow().UtcDateTime,
        Expires = (clock.GetUtcNow() + Lasts).UtcDateTime,
        Subject = new ClaimsIdentity(
            [new(JwtRegisteredClaimNames.Sub, session.UserId), new(JwtRegisteredClaimNames.Sid, session.Id)]),
        SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.HmacSha256),
    });
}
