using BlazorChat.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Nodes;

/// <summary>A lease that this node holds, as far as it knows. Where there is only one process, nothing can take it away.</summary>
public sealed class HeldLease
{
    private readonly string name;
    private readonly string? holder;
    private readonly CancellationTokenSource? lost;

    internal HeldLease(string name, string holder, CancellationTokenSource lost) =>
        (this.name, this.holder, this.lost, Lost) = (name, holder, lost, lost.Token);

    internal HeldLease(CancellationToken stop) => (name, Lost) = ("", stop);

    /// <summary>Cancelled when another node may have the lease, or the chat stops. The work must end then.</summary>
    public CancellationToken Lost { get; }

    /// <summary>
    /// Call it inside the transaction that saves what the work did. A node that was stopped for a while does not know yet that
    /// another one has taken over.
    /// </summary>
    /// <returns>Whether this node still has it. If not, the work ends.</returns>
    public async Task<bool> IsStillHeldAsync(ChatDb db, CancellationToken ct)
    {
        if (holder is null || await db.Set<Lease>().AnyAsync(l => l.Name == name && l.Holder == holder, ct))
            return true;
        await lost!.CancelAsync();
        return false;
    }
}
