using System.Text.Json;
using BlazorChat.Core.Users;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Saying something, changing it, taking it back, and reading what was said.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder chat)
    {
        var messages = chat.MapGroup("/messages").RequireRateLimiting(RateLimits.Posting).WithTags("Messages");
        messages.MapPost("/", Post).Produces<Sent>(StatusCodes.Status201Created).Produces<Sent>();
        messages.MapPatch("/{id}", Edit).Produces<MessageView>();
        messages.MapDelete("/{id}", Delete).Produces(StatusCodes.Status204NoContent);
        chat.MapGet("/room/{roomId}/history", HistoryPage.Get).Produces<History>().WithTags("Messages");
    }

    private static async Task<IResult> Post(PostMessage request, Caller caller, MessagePoster poster, CancellationToken ct)
    {
        var posted = await poster.PostAsync(caller, request, ct);
        return posted.Refusal is { } why ? Problems.For(why)
            : Confirm(posted.Value.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK, posted.Value.Message);
    }

    // With its length, so that clients of HTTP/1.0 (ab) keep their connection, too.
    private static Utf8ContentHttpResult Confirm(int status, MessageView message) => TypedResults.Text(
        JsonSerializer.SerializeToUtf8Bytes(new Sent("sent", message), ChatJson.Options), "application/json; charset=utf-8", status);

    private static async Task<IResult> Edit(
        string id, EditMessage request, Caller caller, MessageEditor editor, CancellationToken ct) =>
        Answers.Ok(await editor.EditAsync(caller, id, request.Message, ct));

    private static async Task<IResult> Delete(string id, Caller caller, MessageEditor editor) =>
        Answers.NoContent(await editor.DeleteAsync(caller, id));
}

/// <summary>The delivery confirmation: the message is on disk.</summary>
internal sealed record Sent(string Status, MessageView Message);
