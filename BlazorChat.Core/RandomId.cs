using System.Buffers.Text;
using System.Security.Cryptography;

namespace BlazorChat.Core;

/// <summary>Ids that nobody can guess: 128 random bits, base64url, 22 characters.</summary>
public static class RandomId
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>256 random bits, for what gives access to something.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
