using AngleSharp.Dom;
using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Files.Listing;
using Bunit;

namespace BlazorChat.Tests.Features.Files.Listing;

public sealed class RoomFilesListTests : BunitContext
{
    private static readonly RoomFilesQuery All = new(50);

    [Fact]
    public void A_room_without_files_says_how_to_share_one() =>
        Assert.Equal("No files here yet. Drop one into the conversation.", Empty(All, mayShare: true).TextContent);

    [Fact]
    public void Someone_who_may_not_share_is_not_told_how() =>
        Assert.Equal("No files here yet.", Empty(All, mayShare: false).TextContent);

    [Fact]
    public void None_of_a_kind_leads_to_all()
    {
        var empty = Empty(All with { Kind = FileKind.Video });

        Assert.Equal("No videos here yet. Show all files", empty.TextContent);
        Assert.Equal("room/general/files", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Nothing_found_among_a_kind_leads_to_the_same_search_among_all()
    {
        var empty = Empty(All with { Kind = FileKind.Image, Name = "a&b" });

        Assert.Equal("No images called “a&b”. Search all files", empty.TextContent);
        Assert.Equal("room/general/files?q=a%26b", empty.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void Nothing_found_among_all_leads_nowhere()
    {
        var empty = Empty(All with { Name = "<b>x</b>" });

        Assert.Equal("No files called “<b>x</b>”.", empty.TextContent);
        Assert.Null(empty.QuerySelector("a, b"));
    }

    [Fact]
    public void Older_ones_are_asked_for_as_these_were()
    {
        var found = Draw(All with { Kind = FileKind.Image, Name = "plan" }, hasMore: true, SomeFile("2"), SomeFile("1"));

        Assert.Equal("room/general/files?kind=image&q=plan&before=file-1", found.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Single(found.QuerySelectorAll(".files-pages a"));
    }

    [Fact]
    public void From_older_ones_a_link_leads_back_to_the_newest()
    {
        var found = Draw(All with { Kind = FileKind.Image, Before = "file-9" }, hasMore: false, SomeFile("1"));

        var link = Assert.Single(found.QuerySelectorAll(".files-pages a"));
        Assert.Equal(("Newest", "room/general/files?kind=image"), (link.TextContent, link.GetAttribute("href")));
    }

    [Fact]
    public void A_file_leads_to_its_message_and_can_be_downloaded()
    {
        var item = Draw(All, hasMore: false, SomeFile("7")).QuerySelector(".room-file")!;

        Assert.Equal("room/general#message-7", item.QuerySelector("[title='Show in conversation']")!.GetAttribute("href"));
        var download = item.QuerySelector("[title=Download]")!;
        Assert.Equal(("chat/files/file-7/cat.png", "cat.png"), (download.GetAttribute("href"), download.GetAttribute("download")));
        Assert.NotNull(item.QuerySelector("a.picture[data-lightbox] img"));
    }

    [Fact]
    public void Pictures_of_somebody_blocked_are_not_shown_unasked()
    {
        var item = Draw(All, hasMore: false, SomeFile("7")).QuerySelector(".room-file")!;
        var folded = Draw(All, hasMore: false, ["id-grace"], SomeFile("7")).QuerySelector(".room-file")!;

        Assert.NotNull(item.QuerySelector("img"));
        Assert.Null(folded.QuerySelector("img"));
        Assert.NotNull(folded.QuerySelector(".file-kind"));
    }

    private IElement Empty(RoomFilesQuery query, bool mayShare = true) => Render<RoomFilesList>(list => list
        .Add(l => l.RoomId, "general").Add(l => l.RoomName, "General").Add(l => l.Query, query)
        .Add(l => l.Found, new RoomFilesPart([], HasMore: false)).Add(l => l.MayShare, mayShare)).Find(".empty");

    private IElement Draw(RoomFilesQuery query, bool hasMore, params RoomFile[] files) => Draw(query, hasMore, [], files);

    private IElement Draw(RoomFilesQuery query, bool hasMore, string[] blocked, params RoomFile[] files) => Render<RoomFilesList>(list => list
        .Add(l => l.RoomId, "general").Add(l => l.RoomName, "General").Add(l => l.Query, query)
        .Add(l => l.Found, new RoomFilesPart(files, hasMore)).Add(l => l.Blocked, blocked)).Find(".files-found");

    private static RoomFile SomeFile(string message) => new(Some.Picture("cat.png", 400, 300) with { FileId = "file-" + message })
    {
        MessageId = message,
        UserId = "id-grace",
        Username = "grace",
        PostedAt = 1_795_442_700_000,
    };
}
