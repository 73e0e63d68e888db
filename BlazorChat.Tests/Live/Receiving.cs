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
        return (await app.Services.GetRequiredService<Reception>().ReceiveAsync(client.AsCaller(), room, [], wantsHtml: false))!;
    }

    /// <summary>As the program knows somebody who is signed in and is no administrator.</summary>
    public static Caller AsCaller(this ChatClient client) =>
        new(client.UserId, client.Username, false, new JsonWebToken(client.AccessToken).GetClaim("sid").Value, long.MaxValue);
}
