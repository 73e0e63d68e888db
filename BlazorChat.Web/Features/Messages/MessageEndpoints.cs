using System.Text.Json;
using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Messages;

/// <summary>Posting, editing and deleting messages, and reading a room's history.</summary>
internal static class MessageEndpoints
{
    public static void MapMessages(this IEndpointRouteBuilder chat)
    {
        var messages = chat.MapGroup("/messages").RequireRateLimiting(RateLimits.Posting).WithTags("Messages");
        messages.MapPost("/", Post).TakesText(chat).Produces<Sent>(StatusCodes.Status201Created).Produces<Sent>()
            .WithSummary("Posts a message. 200 instead of 201: it was posted before, with the same client_id.").Refuses(403, "silenced", "blocked", "gone").Refuses(404).Refuses(409, "client_id_used", "message_deleted");
        messages.MapPatch("/{id}", Edit).TakesText(chat).Produces<MessageView>()
            .WithSummary("Changes what I wrote.").Refuses(403, "silenced", "blocked", "gone").Refuses(409, "message_deleted");
        messages.MapDelete("/{id}", Delete).Produces(StatusCodes.Status204NoContent)
            .WithSummary("Deletes a message. A tombstone stays in its place.");
        chat.MapPost("/messages/render", Render).TakesText(chat).RequireRateLimiting(RateLimits.Signals).WithTags("Messages").Produces<RenderedText>()
            .WithSummary("Shows how a text will look as a message of mine. Nothing is posted.").Refuses(403, "silenced", "blocked", "gone").Refuses(404);
    }

    private static async Task<IResult> Post(
        PostMessage request, Caller caller, PostCommands poster, IOptions<JsonOptions> json, CancellationToken ct) =>
        Confirm(await poster.PostAsync(caller, request, ct), json.Value);

    // The response has a length, so that HTTP/1.0 clients (ab) can keep their connection.
    internal static IResult Confirm(Result<PostResult> posted, JsonOptions json) => posted.Refusal is { } why ? Problems.For(why) : TypedResults.Text(
        JsonSerializer.SerializeToUtf8Bytes(new Sent("sent", posted.Value.Message), json.SerializerOptions), "application/json; charset=utf-8",
        statusCode: posted.Value.IsNew ? StatusCodes.Status201Created : StatusCodes.Status200OK);

    private static async Task<IResult> Edit(
        string id, EditMessage request, Caller caller, MessageCommands editor, CancellationToken ct) =>
        Answers.Ok(await editor.EditAsync(caller, id, request.Message, ct));

    private static async Task<IResult> Render(RenderText request, Caller caller, RenderQueries texts, CancellationToken ct) =>
        Answers.Ok(await texts.RenderAsync(caller, request, ct));

    private static async Task<IResult> Delete(string id, Caller caller, MessageCommands editor) =>
        Answers.NoContent(await editor.DeleteAsync(caller, id));
}

/// <summary>The delivery confirmation: the message is on disk.</summary>
internal sealed record Sent(string Status, MessageView Message);
