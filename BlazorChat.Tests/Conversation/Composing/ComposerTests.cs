using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Conversation.Composing;
using BlazorChat.Web.Features.Files.Uploading;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Settings;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BlazorChat.Tests.Conversation.Composing;

public sealed class ComposerTests : BunitContext
{
    private const long Now = 1_795_442_700_000;

    private readonly Room room = Room.CreatePrivate(RoomName.Parse("Lounge").Value, RoomTopic.Parse("").Value, 0);

    // As configured: the database is asked only when an administrator has changed something.
    public ComposerTests() => Services.AddSingleton(Options.Create(new UploadOptions())).AddSingleton(new RunTimeSettings(
        Options.Create(new RegistrationOptions()), Options.Create(new LimitOptions()), Options.Create(new RateLimitOptions()), null!));

    [Fact]
    public void Someone_who_may_post_gets_a_field() => Assert.Empty(Draw().FindAll(".closed"));

    [Fact]
    public void The_page_knows_how_large_a_file_may_be() =>
        Assert.Equal($"{25 * 1024 * 1024}", Draw().Find("chat-composer").GetAttribute("data-upload-limit"));

    // Its uploads go on, and are shown, even after their sender may no longer post in the room.
    [Fact]
    public void What_is_on_its_way_is_shown_whatever_may_be_done_here()
    {
        room.Archive(Now);

        Assert.Equal(room.Id, Draw().Find("upload-tray").GetAttribute("data-room"));
    }

    [Fact]
    public void An_archived_room_says_so()
    {
        room.Archive(Now);

        Assert.Contains("archived", Draw().Find(".closed").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_room_for_moderators_says_so()
    {
        room.LetPost(RoomPosting.Moderators);

        Assert.Equal("Only moderators post here. You can read along.", Draw().Find(".closed").TextContent);
    }

    [Fact]
    public void The_muted_are_told_until_when()
    {
        var silence = Mute.Impose(room.Id, "ada", MuteTerms.Parse(3_600, null).Value, "grace", Now);

        var closed = Draw(silence).Find(".closed");

        Assert.Contains("You can write again on 2026-11-23 15:05 UTC", closed.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-23T15:05:00Z", closed.QuerySelector("time[data-as=full]")!.GetAttribute("datetime"));
    }

    [Fact]
    public void Once_it_is_over_the_field_is_back() =>
        Assert.Empty(Draw(Mute.Impose(room.Id, "ada", MuteTerms.Parse(60, null).Value, "grace", Now - 60_000)).FindAll(".closed"));

    // data-permanent keeps what a script made of an element; what differs must not be kept.
    [Fact]
    public void Each_state_is_another_element()
    {
        var open = Draw().Find("chat-composer").GetAttribute("data-permanent");
        var muted = Draw(Mute.Impose(room.Id, "ada", MuteTerms.Parse(60, null).Value, "grace", Now)).Find("chat-composer").GetAttribute("data-permanent");
        room.LetPost(RoomPosting.Moderators);
        var closed = Draw().Find("chat-composer").GetAttribute("data-permanent");

        Assert.Equal(3, new[] { open, muted, closed }.Distinct().Count());
    }

    private IRenderedComponent<Composer> Draw(Mute? silence = null)
    {
        var access = new RoomAccess(room, Membership.Join(room, "ada", RoomRole.Member, 0), false, silence);
        return Render<Composer>(composer => composer.Add(
            c => c.Room, new ShownRoom(access, room.Name, new Caller("ada", "ada", false, "", 0), [], new Cursor("", 0), Now)));
    }
}
