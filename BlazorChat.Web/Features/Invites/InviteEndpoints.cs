using BlazorChat.Core;
using BlazorChat.Core.Invites;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Settings;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Invites;

/// <summary>Invite links: moderators make and revoke them; anyone who has one can use it.</summary>
internal static class InviteEndpoints
{
    public static void MapInvites(this IEndpointRouteBuilder chat)
    {
        var invites = chat.MapGroup("").WithTags("Invites");
        invites.MapGet("/room/{roomId}/invites", List).Produces<InvitesPage>()
            .WithSummary("The links into a room.").Refuses(403);
        invites.MapPost("/room/{roomId}/invites", Make).RequireRateLimiting(RateLimits.Posting)
            .Produces<InviteView>(StatusCodes.Status201Created)
            .WithSummary("Makes a link into a room.").Refuses(409, "too_many_invites");
        invites.MapDelete("/room/{roomId}/invites/{inviteId}", Revoke).RequireRateLimiting(RateLimits.Posting)
            .Produces(StatusCodes.Status204NoContent)
            .WithSummary("Revokes a link.");
        invites.MapGet("/invites/{code}", Show).RequireRateLimiting(RateLimits.Signals).Produces<Invitation>()
            .WithSummary("Where a link leads.");
        invites.MapPost("/invites/{code}", Accept).RequireRateLimiting(RateLimits.Signals).Produces<JoinedByInvite>()
            .WithSummary("Uses a link, and joins.");
    }

    private static async Task<IResult> List(
        string roomId, Caller caller, InviteCommands invites, PublicLinks links, HttpRequest request, CancellationToken ct)
    {
        var listed = await invites.ListAsync(caller, roomId, ct);
        return listed.Refusal is { } why
            ? Problems.For(why)
            : TypedResults.Ok(new InvitesPage([.. listed.Value.Select(row => InviteView.Of(row.Invite, row.MadeBy, links, request))]));
    }

    private static async Task<IResult> Make(
        string roomId, MakeInvite request, Caller caller, InviteCommands invites, PublicLinks links, HttpRequest http)
    {
        var made = await invites.MakeAsync(caller, roomId, request);
        return made.Refusal is { } why
            ? Problems.For(why)
            : TypedResults.Created(http.PathBase + "/chat/invites/" + made.Value.Code, InviteView.Of(made.Value, caller.DisplayName ?? caller.Username, links, http));
    }

    private static async Task<IResult> Revoke(string roomId, string inviteId, Caller caller, InviteCommands invites) =>
        Answers.NoContent(await invites.RevokeAsync(caller, roomId, inviteId));

    private static async Task<IResult> Show(string code, InviteCommands invites, CancellationToken ct) =>
        await invites.FindAsync(code, ct) is { } invitation ? TypedResults.Ok(invitation) : Problems.For(Refusal.NotFound);

    private static async Task<IResult> Accept(string code, Caller caller, InviteCommands invites)
    {
        var joined = await invites.AcceptAsync(caller, code);
        return joined.Refusal is { } why ? Problems.For(why) : TypedResults.Ok(new JoinedByInvite(joined.Value));
    }
}

/// <param name="Url">The link to send to people.</param>
/// <param name="MaxUses">Null: any number of people.</param>
/// <param name="CreatedBy">The display name of the person who made it.</param>
public sealed record InviteView(
    string InviteId, string Code, string Url, long ExpiresAt, int? MaxUses, int Uses, string CreatedBy, long CreatedAt)
{
    internal static InviteView Of(Invite invite, string createdBy, PublicLinks links, HttpRequest request) => new(
        invite.Id, invite.Code, links.To("join/" + invite.Code, request),
        invite.ExpiresAt, invite.MaxUses, invite.Uses, createdBy, invite.CreatedAt);
}

/// <summary>The working links into a room.</summary>
public sealed record InvitesPage(InviteView[] Invites);

internal sealed record JoinedByInvite(string RoomId);
