using BlazorChat.Core.Files;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Tests.Support;

/// <summary>Things to draw; a test names only what it is about.</summary>
internal static class Some
{
    // 2026-11-23 14:05 UTC
    private const long Then = 1_795_442_700_000;

    public static MessageView Message(string text = "Hello") => new()
    {
        Id = "7",
        RoomId = "general",
        Number = 3,
        UserId = "u1",
        Username = "ada",
        Text = text,
        Html = MessageHtml.From(text),
        Type = MessageType.Text,
        Timestamp = Then,
    };

    public static FileView File(string name, string contentType = "application/octet-stream", FileKind kind = FileKind.Other) =>
        new("f1", name, contentType, kind, 1_258_291, new string('0', 64), null, null, null);

    public static FileView Picture(string name, int width, int height) =>
        File(name, "image/png", FileKind.Image) with
        {
            Width = width, Height = height, ThumbnailUrl = "chat/files/f1/thumbnail", ShowsInline = true,
        };

    public static ReactionView Reaction(string emoji, params string[] names) =>
        new(emoji, names.Length, [.. names.Select(name => "id-" + name)]) { Names = names };

    public static RoomListItem Room(string name, bool member = true, long unread = 0) =>
        new(name.ToLowerInvariant(), name, RoomKind.Public, member, Archived: false, unread, LastNumber: 10);

    public static RoomListItem Direct(string name) =>
        new("direct-" + name, name, RoomKind.Direct, Member: true, Archived: false, Unread: 0, LastNumber: 10) { Other = new PersonView("id-" + name, name) };

    public static MemberView Member(string name, PresenceStatus status, RoomRole role = RoomRole.Member) =>
        new("id-" + name, name, role, status);
}
