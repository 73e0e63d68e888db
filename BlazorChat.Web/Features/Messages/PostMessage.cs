using BlazorChat.Core.Files;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Messages;

/// <param name="Message">What was posted, as it is now.</param>
/// <param name="IsNew">False if this was a retry of something already posted.</param>
public sealed record PostResult(MessageView Message, bool IsNew);

/// <summary>A file whose bytes are stored and wait for their message.</summary>
/// <param name="Name">The file name that its sender gave.</param>
/// <param name="Content">What is known of its bytes.</param>
/// <param name="UploadId">The upload by which it came. Posting ends that upload.</param>
internal sealed record NewFile(FileName Name, FileContent Content, string? UploadId);

/// <param name="ClientId">The author's own name for it, 1 to 64 characters: posting it again is harmless.</param>
/// <param name="ReplyTo">The id of a message in the same room, which it quotes.</param>
/// <param name="ThreadId">The id of a message in the same room on whose thread it hangs, or of a reply in that thread.</param>
/// <param name="AlsoInRoom">Whether a reply in a thread stands in the room's history, too.</param>
public sealed record PostMessage(
    [Needed] string? RoomId, [Needed] string? Message, string? ClientId, string? ReplyTo, string? ThreadId = null, bool? AlsoInRoom = null);
