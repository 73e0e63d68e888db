namespace BlazorChat.Load;

/// <summary>The options of a run: which chat, and which load.</summary>
/// <param name="Nodes">The chat, or several nodes of it: posts go to the first, streams to each in turn.</param>
/// <param name="Rate">Messages a second over all posters; 0: as fast as they are answered.</param>
/// <param name="Size">Characters in a message.</param>
internal sealed record LoadOptions(
    Uri[] Nodes, int Streams, int People, int Posters, int Messages, double Rate, int Size, bool AsJson);
