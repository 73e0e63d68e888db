using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>
/// Markup in everything that people write, wherever it is shown. What a page's policy would stop at the last moment
/// counts as well: each complaint in a console fails the test.
/// </summary>
public sealed class HostileTextTests(Chat chat)
{
    private const string Line = "\"'><img src=x onerror=ran()>";

    private const string Lines =
        """
        "'><img src=x onerror=ran()><script>ran()</script><svg onload=ran()></svg> [here](javascript:ran()) <javascript:ran()>
        https://example.org/"onmouseover="ran() `<b onclick=ran()>` </div></article></chat-timeline><iframe srcdoc='<script>parent.ran()</script>'></iframe>
        > &lt;img src=x onerror=ran()&gt; {{constructor.constructor('ran()')()}} ${ran()} @(ran())
        """;

    private const string Broken = """
        [...document.querySelectorAll('[onerror], [onload], [onclick], [onmouseover], [srcdoc], img[src="x"], a[href^="javascript:" i]')].length
            + (window.somethingRan ? 1 : 0)
        """;

    [Fact]
    public async Task In_a_room_all_of_it_is_text()
    {
        await using var ada = await ComeAsync("ada");
        await using var grace = await ComeAsync("grace");
        var room = await RoomAsync(ada, grace);
        await ada.OpenAsync(room);
        await ada.Room.IsInteractiveAsync();

        var said = await grace.Api("POST", "/chat/messages", new { room_id = room, message = Lines });
        await Expect(ada.Room.Message("src=x onerror=ran()").First).ToBeVisibleAsync();
        var id = said.GetProperty("message").GetProperty("id").GetString();
        await grace.Api("PATCH", $"/chat/messages/{id}", new { message = "edited " + Lines });
        await Expect(ada.Room.Message("edited \"'>")).ToBeVisibleAsync();
        await grace.Api("POST", "/chat/messages", new { room_id = room, message = Lines, reply_to = id });
        await Expect(ada.Room.Messages).ToHaveCountAsync(2);
        await Expect(ada.Page.Locator("#members .member-status").First).ToHaveTextAsync(Line);
        await Expect(ada.Room.Link(room)).ToContainTextAsync(Line);
        await IsWholeAsync(ada);
        await ada.OpenAsync(room);
        await ada.Room.IsInteractiveAsync();
        await Expect(ada.Room.Messages).ToHaveCountAsync(2);
        await IsWholeAsync(ada);

        await ada.Room.SeesTypingAsync(Line, () => grace.Api("POST", "/chat/typing", new { room_id = room, is_typing = true }));
        await ada.Room.ChooseAsync("Room settings");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await IsWholeAsync(ada);
    }

    // Signs of formatting around markup, in any order: what the parser makes of it, the browser reads once more.
    [Fact]
    public async Task However_it_is_formatted_nothing_runs()
    {
        string[] pieces =
        [
            "**", "_", "~~", "`", "```js\n", "\n", "\n\n", "> ", "- ", "1. ", "[", "](", ")", "](javascript:ran())", "](https://a.example/\"onmouseover=\"ran())", "<javascript:ran()>",
            "<img src=x onerror=ran()>", "<script>ran()</script>", "</code></pre><svg onload=ran()>", "https://a.example/'onclick='ran()", "&lt;img src=x onerror=ran()&gt;", "\" onload=\"ran()",
            "</textarea><iframe srcdoc='<script>parent.ran()</script>'>", "<!--", "-->", "@ada\" onclick=\"ran()", "x@a.example", "data:text/html,<script>ran()</script>", "\u202e", "\\",
        ];
        await using var ada = await ComeAsync("ada");
        var room = await ada.CreateRoomAsync("Formatted");
        var any = new Random(18);
        for (var i = 0; i < 15; i++)
            await ada.Api("POST", "/chat/messages", new { room_id = room, message = "m " + string.Concat(any.GetItems(pieces, 40)) });

        await ada.OpenAsync(room);
        await Expect(ada.Room.Messages).ToHaveCountAsync(15);
        await IsWholeAsync(ada);
        await ada.Api("POST", "/chat/messages", new { room_id = room, message = "Last" });
        await Expect(ada.Room.Messages).ToHaveCountAsync(16);
        await IsWholeAsync(ada);
    }

    [Fact]
    public async Task In_reports_invites_and_tokens_it_is_text()
    {
        await using var ada = await ComeAsync("ada");
        await using var grace = await ComeAsync("grace");
        var room = await RoomAsync(ada, grace);
        await ada.OpenAsync(room);
        await ada.Room.IsInteractiveAsync();
        await ReportAsync(grace, ada, room);

        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "1 report" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.List, new() { Name = "Reported messages" })).ToContainTextAsync(": " + Line);
        await IsWholeAsync(ada);

        await ada.Api("POST", "/auth/tokens", new { name = Line, scope = "read" });
        await ada.Page.GotoAsync("/account/manage/tokens");
        await Expect(ada.Page.Locator(".settings-list")).ToContainTextAsync(Line);
        await IsWholeAsync(ada);
        await ada.Page.GotoAsync("/account/manage");
        await IsWholeAsync(ada);

        var invite = await ada.Api("POST", $"/chat/room/{room}/invites", new { });
        await grace.Page.GotoAsync("/join/" + invite.GetProperty("code").GetString());
        await Expect(grace.Page.Locator("h1")).ToContainTextAsync(Line);
        await IsWholeAsync(grace);
    }

    [Fact]
    public async Task In_administration_it_is_text()
    {
        await using var admin = await chat.AdministratorAsync();
        await using var ada = await ComeAsync("ada");
        await using var grace = await ComeAsync("grace");
        await WatchAsync(admin);
        // Their line is cut in the end.
        grace.LosesConnection = true;
        var room = await RoomAsync(ada, grace);
        await ReportAsync(ada, grace, room);
        var userId = await grace.UserIdAsync();
        await ada.Api("PUT", $"/chat/room/{room}/members/{userId}/silence", new { seconds = 3600, reason = Line });
        await admin.Api("POST", $"/chat/admin/users/{userId}/ban", new { reason = Line });

        foreach (var page in new[] { "/admin/reports", "/admin/audit", $"/admin/people/{userId}", $"/admin/rooms/{room}", "/admin/rooms" })
        {
            await admin.Page.GotoAsync(page);
            await Expect(new AdministrationPage(admin.Page).Main).ToContainTextAsync(Line);
            await IsWholeAsync(admin);
        }
    }

    [Theory]
    [InlineData("<script>")]
    [InlineData("a\r\n\r\nevent: x")]
    [InlineData("ad\u202Ea")]
    public async Task No_such_name_is_taken(string name)
    {
        await using var ada = await chat.VisitAsync("ada");
        ada.LosesConnection = true; // a refusal is an error in the console
        await ada.Page.GotoAsync("/account/login");

        var status = await ada.Page.EvaluateAsync<int>(
            """
            async username => (await fetch('/auth/register', {
                method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: 'correct horse battery' }),
            })).status
            """,
            name);

        Assert.Equal(400, status);
    }

    // What is told by a stream stays one event, whatever is in it: the browser's own reading of it decides.
    [Fact]
    public async Task No_text_breaks_out_of_its_event()
    {
        await using var ada = await ComeAsync("ada");
        var room = await ada.CreateRoomAsync("Framed");

        var heard = await ada.Page.EvaluateAsync<System.Text.Json.JsonElement>(
            """
            async room => {
                const texts = ['a\r\n\r\nevent: x\r\ndata: {}\r\n\r\nb', 'a\n\nevent: x\ndata: {}\n\nb', 'a\r\revent: x\rdata: {}\r\rb', 'a\u2028\u2029\u0085b', 'a\u0000b', '\ufeffa b', 'last'];
                const source = new EventSource(`/chat/room/${room}/events`);
                const heard = [];
                let strange = 0;
                source.addEventListener('x', () => strange++);
                const last = new Promise(done => source.onmessage = event => {
                    heard.push(JSON.parse(event.data).text);
                    if (heard.at(-1) === 'last') done();
                });
                await new Promise(opened => source.onopen = opened);
                for (const message of texts)
                    await fetch('/chat/messages', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ room_id: room, message }) });
                await last;
                source.close();
                return { heard, strange };
            }
            """,
            room);

        Assert.Equal(0, heard.GetProperty("strange").GetInt32());
        var texts = heard.GetProperty("heard").EnumerateArray().Select(text => text.GetString()!).ToList();
        Assert.Equal(7, texts.Count);
        Assert.All(texts.Take(3), text => Assert.Equal("a\n\nevent: x\ndata: {}\n\nb", text));
        await Expect(ada.Room.Messages).ToHaveCountAsync(7);
        await IsWholeAsync(ada);
    }

    private async Task<Person> ComeAsync(string name)
    {
        var person = await chat.SignUpAsync(name);
        await WatchAsync(person);
        await person.Api("PATCH", "/auth/me", new { display_name = $"{Line} {name}", status_text = Line });
        return person;
    }

    private static async Task<string> RoomAsync(Person owner, Person member)
    {
        var room = (await owner.Api("POST", "/chat/rooms", new { name = Line, topic = Line, kind = "private" })).GetProperty("id").GetString()!;
        await owner.Api("PUT", $"/chat/room/{room}/members/{await member.UserIdAsync()}", new { role = "member" });
        return room;
    }

    private static async Task ReportAsync(Person reporter, Person author, string room)
    {
        var said = await author.Api("POST", "/chat/messages", new { room_id = room, message = Lines });
        var id = said.GetProperty("message").GetProperty("id").GetString();
        await reporter.Api("POST", $"/chat/messages/{id}/report", new { reason = Line });
    }

    private static Task WatchAsync(Person person) =>
        person.Context.AddInitScriptAsync("window.ran = () => { window.somethingRan = true; console.error('Something ran.'); };");

    private static async Task IsWholeAsync(Person person) => Assert.Equal(0, await person.Page.EvaluateAsync<int>(Broken));
}
