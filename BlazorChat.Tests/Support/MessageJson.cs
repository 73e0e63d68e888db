namespace BlazorChat.Tests.Support;

/// <summary>A message as the contract describes it: the tests' own reading of it, not the program's type.</summary>
public sealed record MessageJson(
    string Id, string RoomId, long? Number, string UserId, string Username, string Text, string Html, string Type,
    long Timestamp, long? EditedAt, bool Deleted, string? ClientId, string? ReplyTo, ReactionJson[] Reactions,
    string[] Mentions, FileJson? File, string? FileUrl, string? FileName,
    string? ThreadId = null, ThreadJson? Thread = null);

public sealed record ThreadJson(int Replies, long LastReplyAt, string[] UserIds);

public sealed record FileJson(
    string FileId, string Name, string ContentType, string Kind, long Size, string Sha256, int? Width, int? Height, string? ThumbnailUrl);

public sealed record ReactionJson(string Reaction, int Count, string[] UserIds);

public sealed record HistoryJson(MessageJson[] Messages, bool HasMore, string Cursor)
{
    public string[] Texts => [.. Messages.Select(message => message.Text)];
}
