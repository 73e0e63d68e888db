using BlazorChat.Core.Live;

namespace BlazorChat.Web.Log;

/// <summary>An entry of the log that is on disk.</summary>
/// <param name="Entry">The row.</param>
public record CommittedEntry(LogEntry Entry);

/// <summary>An entry that was just written, with the present state of its subject. The writer knows it, so nobody has to look it up.</summary>
/// <param name="Entry">The row.</param>
/// <param name="Now">What its subject is now.</param>
public sealed record CommittedEntry<TNow>(LogEntry Entry, TNow Now) : CommittedEntry(Entry);
