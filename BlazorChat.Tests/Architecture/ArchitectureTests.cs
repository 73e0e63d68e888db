namespace BlazorChat.Tests.Architecture;

/// <summary>A folder uses only those that stand before it.</summary>
public sealed class ArchitectureTests
{
    private static readonly FolderOrder scripts = new(
        "base", "live", "circuit", "emoji", "page", "people", "links", "writing", "outbox", "timeline", "around", "files", "pins", "search", "composer", "threads", "saved", "activity", ScriptUses.Entries);

    private static readonly string[] core =
        [CSharpUses.Root, "Users", "Rooms", "Formatting", "Messages", "Files", "Files/Types", "Files/Stripping", "Reactions", "Moderation", "Invites", "Presence", "Live", "Search", "Search/Segments"];

    private static readonly CSharpUses coreUses = CSharpUses.In("BlazorChat.Core", core);

    private static readonly string[] web =
    [
        "Bundles", "Hosting", "Outside", "Data", "Data/Sqlite", "Data/Postgres", "Data/Starting", "Data/Moving", "Nodes", "Redis", "Log", "Images", "Ui", "Islands", "Layout",
        "Features/Settings", "Features/Mail", "Features/Account", "Features/People", "Features/AddedEmoji", "Features/Blocks", "Features/Notices", "Features/Rooms",
        "Features/Presence", "Features/Direct", "Features/Replies", "Features/Messages", "Timeline", "Features/Reactions",
        "Features/Files/Stores", "Features/Files/Staging", "Features/Files/Images", "Features/Files/Inspecting",
        "Features/Files/Uploading", "Features/Files/Posting", "Features/Files/Downloading", "Features/Files/Listing", "Features/Files",
        "Features/Previews/Pictures", "Features/Previews/Fetching", "Features/Previews",
        "Features/Moderation", "Features/Invites", "Features/Pins", "Features/Threads", "Features/Saved", "Features/Drafts", "Features/Activity", "Features/Search", "Live", "Conversation/Rooms", "Conversation/Members", "Conversation/Header", "Conversation/Composing", "Conversation/Side", "Conversation",
        "Admin", "Admin/Pages", "Operations/OpenApi", "Operations", CSharpUses.Root,
    ];

    private static readonly CSharpUses webUses = CSharpUses.In("BlazorChat.Web", web);

    private readonly ScriptUses uses = new();

    [Fact]
    public void Core_uses_only_folders_before_its_own() => Assert.Empty(new FolderOrder(core).Broken(coreUses.Uses));

    [Fact]
    public void Each_folder_of_core_has_its_place() => Assert.Empty(new FolderOrder(core).Incomplete(coreUses.Folders));

    [Fact]
    public void No_files_of_core_use_each_other_in_a_circle() => Assert.Empty(FileCircles.In(coreUses.Links));

    [Fact]
    public void The_chat_uses_only_folders_before_its_own() => Assert.Empty(new FolderOrder(web).Broken(webUses.Uses));

    [Fact]
    public void Each_folder_of_the_chat_has_its_place() => Assert.Empty(new FolderOrder(web).Incomplete(webUses.Folders));

    [Fact]
    public void No_files_of_the_chat_use_each_other_in_a_circle() => Assert.Empty(FileCircles.In(webUses.Links));

    [Fact]
    public void Uses_are_seen() => Assert.Contains(
        coreUses.Uses, use => use is { File: "BlazorChat.Core/Messages/Message.cs", UsedFolder: "Rooms", Used: "Room (Rooms/Room.cs)" });

    [Fact]
    public void Scripts_import_only_from_folders_before_theirs() => Assert.Empty(scripts.Broken(uses.Uses));

    [Fact]
    public void Each_folder_of_scripts_has_its_place() => Assert.Empty(scripts.Incomplete(uses.Folders));

    [Fact]
    public void No_scripts_import_each_other_in_a_circle() => Assert.Empty(FileCircles.In(uses.Imports));

    [Fact]
    public void What_scripts_import_is_there() => Assert.Empty(uses.Imports.Select(import => import.To).Except(uses.Files));

    [Fact]
    public void Imports_are_seen() => Assert.Contains(
        uses.Uses, use => use is { File: "BlazorChat.Web/wwwroot/js/chat.js", UsedFolder: "timeline", Used: "timeline/chat-timeline.js" });
}
