using BlazorChat.Tests.Features.Saved;
using BlazorChat.Tests.Features.Threads;

namespace BlazorChat.Tests.Features.Activity;

public sealed class MentionsTests(ChatApp app) : IClassFixture<ChatApp>
{
    private ChatClient ada = null!, grace = null!, joan = null!;
    private string room = "";

    [Fact]
    public async Task What_addresses_me_is_listed_newest_first_page_by_page_from_rooms_and_threads()
    {
        await BeginAsync();
        var direct = await grace.StartDirectAsync(ada);
        var one = await grace.SayAsync(room, $"One @{ada.Username}");
        await grace.SayAsync(room, $"For joan alone @{joan.Username}");
        await grace.SayAsync(direct, $"Two @{ada.Username}");
        await grace.ReplyAsync(one, $"Three @{ada.Username}");

        var page = await MentionsAsync(ada, "limit=2");
        var rest = await MentionsAsync(ada, $"limit=2&before={page.Messages[^1].Id}");

        Assert.Equal(("Three, Two", true), (Texts(page), page.HasMore));
        Assert.Equal(("One", false), (Texts(rest), rest.HasMore));
        Assert.Equal("For", Texts(await MentionsAsync(joan)));
        foreach (var bad in new[] { "limit=0", "before=nothing", "before=-1" })
            Assert.Equal(400, (await ada.GetAsync($"/chat/mentions?{bad}")).Status);
    }

    [Fact]
    public async Task Edits_and_deletions_count_and_blocked_people_do_not()
    {
        await BeginAsync();
        var (first, second) = (await grace.SayAsync(room, "First"), await grace.SayAsync(room, $"Second @{ada.Username}"));
        await joan.SayAsync(room, $"Third @{ada.Username}");
        await grace.EditAsync(first, $"Edited @{ada.Username}");
        await grace.DeleteAsync(second);
        Assert.Equal("Third, Edited", Texts(await MentionsAsync(ada)));

        await grace.EditAsync(first, "For nobody");
        Assert.Equal("Third", Texts(await MentionsAsync(ada)));
        await ada.BlockAsync(joan);
        Assert.Empty((await MentionsAsync(ada)).Messages);
        await ada.UnblockAsync(joan);
        Assert.Equal("Third", Texts(await MentionsAsync(ada)));
    }

    [Fact]
    public async Task Only_rooms_count_that_I_may_read_now()
    {
        await BeginAsync();
        var open = await grace.CreateRoomAsync();
        await grace.SayAsync(open, $"Open @{ada.Username}");
        await grace.SayAsync(room, $"Hidden @{ada.Username}");
        await grace.RemoveMemberAsync(room, ada);
        Assert.Equal("Open", Texts(await MentionsAsync(ada)));

        await grace.SetMemberAsync(room, ada, "member");
        Assert.Equal("Hidden, Open", Texts(await MentionsAsync(ada)));
        await grace.DeleteAsync($"/chat/room/{room}");
        Assert.Equal("Open", Texts(await MentionsAsync(ada)));
    }

    private static async Task<ListJson> MentionsAsync(ChatClient client, string query = "") => (await client.GetAsync($"/chat/mentions?{query}")).Read<ListJson>();

    private static string Texts(ListJson page) => string.Join(", ", page.Messages.Select(message => message.Text.Split(' ')[0]));

    private async Task BeginAsync()
    {
        (ada, grace, joan) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("joan"));
        room = await grace.CreatePrivateRoomAsync(ada, joan);
    }
}
