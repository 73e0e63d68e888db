using System.Security.Cryptography;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Starting;

/// <summary>
/// The keys of cookies and tokens. They lie in the database, so that every node accepts what another one issued. Earlier
/// versions kept them as files in the data folder: those are taken over once.
/// </summary>
public sealed class Keys(DataFolder folder, IServiceProvider services, TimeProvider clock)
{
    private const int TokenKeyBytes = 64;
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(90);

    private byte[]? tokenKey;

    /// <summary>The key that signs the access tokens of programs.</summary>
    public byte[] TokenKey => tokenKey ?? throw new InvalidOperationException("The keys are read when the chat starts.");

    /// <summary>Reads the keys, and makes those that are missing. No other node may do this at the same time: two would make rival keys.</summary>
    internal async Task PrepareAsync(ChatDb db)
    {
        if (await db.Secrets.FindAsync(Secret.TokenKey) is { } known)
        {
            tokenKey = known.Value;
        }
        else
        {
            tokenKey = folder.ReadSecret(Secret.TokenKey) ?? RandomNumberGenerator.GetBytes(TokenKeyBytes);
            db.Secrets.Add(new Secret { Name = Secret.TokenKey, Value = tokenKey });
        }
        if (!await db.DataProtectionKeys.AnyAsync())
            db.DataProtectionKeys.AddRange(folder.ReadDataProtectionKeys().Select(key => new DataProtectionKey { FriendlyName = key.Name, Xml = key.Xml }));
        await db.SaveChangesAsync();
        if (!await db.DataProtectionKeys.AnyAsync())
            services.GetRequiredService<IKeyManager>().CreateNewKey(clock.GetUtcNow(), clock.GetUtcNow() + Lifetime);
    }
}
