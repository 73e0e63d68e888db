using System.Security.Cryptography;
using System.Text;

namespace BlazorChat.Web.Features.Account;

/// <summary>The secret part of a token, which only its owner knows. The database has only its hash.</summary>
internal static class TokenSecret
{
    /// <summary>What access tokens begin with, so that scanners of leaked secrets find them.</summary>
    public const string Prefix = "bc_pat_";

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <returns>The session that an access token names, and its secret; no session if it is no access token.</returns>
    public static (string? SessionId, string Secret) Parse(string token) =>
        token.StartsWith(Prefix, StringComparison.Ordinal) && token[Prefix.Length..].Split('.', 2) is [var id, var secret]
            ? (id, secret)
            : (null, "");
}
