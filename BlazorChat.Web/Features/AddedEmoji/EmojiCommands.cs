using BlazorChat.Core;
using BlazorChat.Core.Reactions;
using BlazorChat.Core.Users;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>Adds and removes custom emoji.</summary>
public sealed class EmojiCommands(LogWriter log, EmojiPictures pictures, IOptions<EmojiOptions> options)
{
    private const int Most = 1_000;

    private static readonly Refusal NotYou = Refusal.Forbidden("Only administrators may add emoji here.");

    private static readonly Refusal NotYours = Refusal.Forbidden("Somebody else added this emoji. An administrator can change it.");

    private static readonly Refusal Full = Refusal.Conflict("too_many_emoji", $"There are {Most:N0} emoji already. Remove one first.");

    /// <summary>Adds an emoji, or gives one's own another picture.</summary>
    public async Task<Result<Done>> PutAsync(Caller caller, string given, byte[] bytes, CancellationToken ct)
    {
        if (options.Value.AddedBy == EmojiAdders.Administrators && !caller.IsAdministrator)
            return NotYou;
        var name = CustomEmoji.ParseName(given);
        if (name.Refusal is { } bad)
            return bad;
        var picture = await pictures.ReadAsync(bytes, ct);
        if (picture.Refusal is { } why)
            return why;
        return await log.AppendAsync<Done>(async (append, stop) =>
        {
            var all = append.Db.Set<CustomEmoji>();
            var known = await all.FindAsync([name.Value], stop);
            if (known is not null && !MayChange(caller, known))
                return NotYours;
            if (known is null && await all.CountAsync(stop) >= Most)
                return Full;
            if (known is null)
                all.Add(CustomEmoji.Add(name.Value, caller.UserId, picture.Value));
            else
                known.Replace(known.UserId ?? caller.UserId, picture.Value);
            append.Log(EmojiEvents.Changed, null, caller.UserId, name.Value);
            return default(Done);
        });
    }

    public Task<Result<Done>> RemoveAsync(Caller caller, string name) => log.AppendAsync<Done>(async (append, ct) =>
    {
        if (await append.Db.Set<CustomEmoji>().FindAsync([name], ct) is not { } emoji)
            return Refusal.NotFound;
        if (!MayChange(caller, emoji))
            return NotYours;
        append.Db.Remove(emoji);
        append.Log(EmojiEvents.Changed, null, caller.UserId, name);
        return default(Done);
    });

    private static bool MayChange(Caller caller, CustomEmoji emoji) => caller.IsAdministrator || emoji.UserId == caller.UserId;
}
