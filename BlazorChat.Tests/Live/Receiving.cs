using BlazorChat.Core.Users;
using BlazorChat.Web.Live;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BlazorChat.Tests.Live;

internal static class Receiving
{
    /// <summary>Registers a reader as a stream does, but sends them nothing.</summary>
    /// <param name="app">The chat.</param>
    /// <param name="client">Who reads.</param>
    /// <param name="room">The room whose stream it is; null: all of theirs.</param>
    public static async Task<LiveReader> ReceiveAsync(this ChatApp app, ChatClient client, string? room)
    {
        var session = new JsonWebToken(client.AccessToken).GetClaim("sid").Value;
        var caller = new Caller(client.UserId, client.Username, false, session, long.MaxValue);
        return (await app.Services.GetRequiredService<Reception>().ReceiveAsync(caller, room, [], wantsHtml: false))!;
    }
}
