namespace BlazorChat.Load.Search;

/// <summary>Another way to find texts, without HTTP, permission and filters.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Make">Makes its index from the messages; empty: it needs none.</param>
/// <param name="Find">Finds the newest 21 ids, for a parameter <c>what</c>.</param>
/// <param name="Quote">How words become the parameter.</param>
internal sealed record Yardstick(string Name, string Make, string Find, Func<string, string> Quote);
