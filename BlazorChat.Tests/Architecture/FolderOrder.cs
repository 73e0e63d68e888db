namespace BlazorChat.Tests.Architecture;

/// <summary>Folders in an order: each uses only itself and those that stand before it.</summary>
/// <param name="folders">The first one uses none of the others.</param>
internal sealed class FolderOrder(params string[] folders)
{
    /// <summary>A sentence for each use that breaks the order.</summary>
    public IReadOnlyList<string> Broken(IEnumerable<Use> uses) =>
    [
        .. from use in uses
           let own = Array.IndexOf(folders, use.Folder)
           let used = Array.IndexOf(folders, use.UsedFolder)
           where own >= 0 && used > own
           orderby use.File, use.Line
           select $"{use.File}:{use.Line} uses {use.Used}, but {use.Folder} stands before {use.UsedFolder}",
    ];

    /// <summary>A sentence for each folder that the order leaves out, and for each that it names in vain.</summary>
    public IReadOnlyList<string> Incomplete(IReadOnlyCollection<string> existing) =>
    [
        .. existing.Except(folders).Order().Select(folder => $"{folder} has no place in the order"),
        .. folders.Except(existing).Order().Select(folder => $"{folder} is in the order, but there is no such folder"),
    ];
}
