using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>A custom emoji.</summary>
/// <param name="Name">Without its colons.</param>
/// <param name="Url">Its picture. Another picture has another address.</param>
/// <param name="UserId">Who added it; null once their account is deleted.</param>
public sealed record EmojiView(string Name, [property: ChatAddress] string Url, string? UserId);

/// <summary>All custom emoji, by name. Also the event <c>emoji</c>: the list changed.</summary>
public sealed record EmojiList(IReadOnlyList<EmojiView> Emoji);
