using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Log;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>Discards files when their message or room is deleted.</summary>
internal sealed class FilesOfDeleted : IOnMessageDeleted, IOnRoomDeleted
{
    public Task DeletedAsync(LogAppend append, Caller caller, Message message, Room room, CancellationToken ct) =>
        message.Type == MessageType.File
            ? DiscardedFiles.DiscardAsync(append, caller, append.Db.Attachments.Where(a => a.MessageId == message.Id), ct)
            : Task.CompletedTask;

    public Task DeletedAsync(LogAppend append, Caller caller, Room room, CancellationToken ct) =>
        DiscardedFiles.DiscardAsync(append, caller, append.Db.Attachments.Where(a => a.RoomId == room.Id), ct);
}
