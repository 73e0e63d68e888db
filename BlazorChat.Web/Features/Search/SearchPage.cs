using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Search;

/// <param name="Results">The newest first.</param>
/// <param name="HasMore">Whether there are older ones: ask again with <c>before</c>, the id of the last one here.</param>
public sealed record SearchPage(IReadOnlyList<SearchResult> Results, bool HasMore);

/// <summary>A message that was found.</summary>
/// <param name="Message">As it is now.</param>
/// <param name="Room">Where it was said.</param>
/// <param name="Marks">Where the words stand in its text: pairs of UTF-16 offsets, the second behind the word.</param>
public sealed record SearchResult(MessageView Message, SearchRoom Room, IReadOnlyList<int[]> Marks);

/// <param name="Id">The room's id.</param>
/// <param name="Name">Its name; of a direct room, that of the other person.</param>
/// <param name="Kind">Whether it is public, private or direct.</param>
public sealed record SearchRoom(string Id, string Name, RoomKind Kind);
