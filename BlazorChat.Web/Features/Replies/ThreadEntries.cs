using BlazorChat.Core.Live;

namespace BlazorChat.Web.Features.Replies;

/// <summary>What the log says of threads.</summary>
public static class ThreadEntries
{
    /// <summary>A thread has a reply more or less. Subject: its root.</summary>
    public static readonly EntryKind Changed = new(90);

    /// <summary>Someone follows a thread from now on, or no longer. Subject: the user. Detail: its root.</summary>
    public static readonly EntryKind Followed = new(91);

    /// <summary>Someone has read a thread further. Subject: its root.</summary>
    public static readonly EntryKind Read = new(92);
}
