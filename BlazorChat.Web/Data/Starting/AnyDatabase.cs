using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Data.Starting;

/// <summary>Hands out the configured kind of database as what the rest of the chat knows.</summary>
internal sealed class AnyDatabase<TDb>(IDbContextFactory<TDb> databases) : IDbContextFactory<ChatDb> where TDb : ChatDb
{
    public ChatDb CreateDbContext() => databases.CreateDbContext();

    public async Task<ChatDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await databases.CreateDbContextAsync(cancellationToken);
}
