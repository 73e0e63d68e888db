using BlazorChat.Core;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Shows how a text will look as a message: read, and with people addressed, exactly as a post. Nothing is stored or told.</summary>
public sealed class RenderQueries(IDbContextFactory<ChatDb> databases, RunTimeSettings settings, Addressees addressees, TimeProvider clock)
{
    /// <returns>Refused as the post would be.</returns>
    public async Task<Result<RenderedText>> RenderAsync(Caller caller, RenderText request, CancellationToken ct)
    {
        await using var db = await databases.CreateDbContextAsync(ct);
        if (await RoomGate.LookAsync(db, caller, request.RoomId, ct) is not { } access)
            return Refusal.NotFound;
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        if (access.RefusePosting(now) is { } mayNot)
            return mayNot;
        var text = MessageText.Parse(request.Message, settings.Current.MessageLength);
        if (text.Refusal is { } why)
            return why;
        // Takes no number of the room, and nobody keeps it.
        var message = Message.Post(0, access.Room, caller.UserId, text.Value, clientId: null, replyToId: null, now, inRoom: false);
        var mentions = await addressees.FindAsync(db, message, access, [], ct);
        var called = await MessageQueries.CalledAsync(db, mentions, ct);
        return new RenderedText(MessageHtml.From(message.Parsed(), mentions, called), mentions.Count);
    }
}

/// <param name="RoomId">The room in which it would stand: names in it are those of people who may read that room.</param>
/// <param name="Message">The text as it is written so far.</param>
public sealed record RenderText([Needed] string? RoomId, [Needed] string? Message);

/// <param name="Html">As the `html` of the message would be.</param>
/// <param name="Addressed">How many people it would address.</param>
public sealed record RenderedText(string Html, int Addressed);
