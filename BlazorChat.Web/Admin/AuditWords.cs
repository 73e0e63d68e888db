namespace BlazorChat.Web.Admin;

/// <summary>What an administrator or moderator did, in words: the part of a sentence between who did it and to whom.</summary>
internal static class AuditWords
{
    private static readonly Dictionary<string, string> words = new()
    {
        ["invite.create"] = "made an invitation",
        ["invite.revoke"] = "revoked an invitation",
        ["member.add"] = "added a member",
        ["member.mute"] = "muted",
        ["member.remove"] = "removed from a room",
        ["member.role"] = "changed the role of",
        ["member.unmute"] = "unmuted",
        ["message.delete"] = "deleted a message of",
        ["preview.remove"] = "removed a link preview of",
        ["report.dismiss"] = "dismissed a report about",
        ["room.archive"] = "archived a room",
        ["room.delete"] = "deleted a room",
        ["room.enter"] = "entered a room",
        ["room.posting"] = "changed who may write",
        ["room.restore"] = "restored a room",
        ["room.transfer"] = "handed a room over to",
        ["session.end"] = "ended a sign-in of",
        ["settings.change"] = "changed a setting",
        ["stream.end"] = "ended a stream of",
        ["user.ban"] = "banned",
        ["user.deactivate"] = "deactivated",
        ["user.demote"] = "made no administrator any more",
        ["user.lift_ban"] = "lifted the ban of",
        ["user.promote"] = "made administrator",
        ["user.reactivate"] = "reactivated",
        ["user.reset_link"] = "made a link for a new password of",
        ["user.sign_out"] = "signed out everywhere",
    };

    /// <param name="action">As the log and the API call it, for example <c>user.ban</c>.</param>
    public static string Of(string action) => words.GetValueOrDefault(action, action);
}
