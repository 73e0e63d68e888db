using System.Text;
using System.Text.Json;
using BlazorChat.Core.Live;

using BlazorChat.Tests.Features.Search;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Messages;

public sealed class LongMessagesApp() : ChatApp([("Chat:Limits:MessageLength", "40000"), ("Chat:RateLimits:MessagesPerSecond", "1000"), ("Chat:RateLimits:Burst", "1000")]);

/// <summary>A message as long as administrators may allow it goes every way that a short one goes, whatever it is made of.</summary>
public sealed class LongestMessageTests(LongMessagesApp app) : IClassFixture<LongMessagesApp>
{
    private const int Length = 40_000;

    // The default encoder escapes whatever it can: "\uDB80\uDC00" for one character.
    private static readonly JsonSerializerOptions Escaping = new();

    private Broadcaster Broadcaster => app.Services.GetRequiredService<Broadcaster>();

    public static TheoryData<string> Worst => ["private", "emoji", "ideographs", "controls", "quotes", "signs", "names", "points", "words", "one word"];

    [Theory]
    [MemberData(nameof(Worst))]
    public async Task It_is_posted_told_kept_edited_and_found(string kind)
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await grace.PatchAsync("/auth/me", new { display_name = string.Concat(Enumerable.Repeat("😀", 20)) });
        var room = await ada.CreatePrivateRoomAsync(grace);
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        await using var plain = await grace.OpenStreamAsync(room);
        await using var page = await grace.OpenStreamAtAsync($"/chat/room/{room}/events?html=1");
        var cut = Broadcaster.CutCount;
        var text = Text(kind, grace.Username);
        var other = $"umbrella{text[8..]}";

        var draft = await SendAsync(ada, "PUT", $"/chat/room/{room}/draft", new { text });
        Assert.Equal((200, text), (draft.Status, draft["text"].GetString()));
        Assert.Equal(200, (await SendAsync(ada, "POST", "/chat/messages/render", new { room_id = room, message = text })).Status);
        var sent = await SendAsync(ada, "POST", "/chat/messages", new { room_id = room, message = text });
        Assert.Equal(201, sent.Status);
        foreach (var stream in new[] { plain, page })
            Assert.Equal(text, (await stream.NextMessageAsync()).Text);
        Assert.Equal(200, (await SendAsync(ada, "PATCH", $"/chat/messages/{sent.Message().Id}", new { message = other })).Status);
        foreach (var stream in new[] { plain, page })
            Assert.Equal(other, (await stream.NextMessageAsync("message_edited")).Text);

        Assert.Equal(cut, Broadcaster.CutCount);
        Assert.Equal(other, (await ada.HistoryAsync(room)).Messages[^1].Text);
        await using var replayed = await grace.OpenStreamAtAsync($"/chat/room/{room}/events?html=1&cursor={cursor}");
        Assert.Equal(other, (await replayed.NextMessageAsync()).Text);
        Assert.Equal(other, (await grace.GetAsync($"/chat/poll?wait=0&cursor={cursor}"))["events"].EnumerateArray().First().GetProperty("data").GetProperty("text").GetString());
        await app.UntilIndexedAsync();
        Assert.Equal([other], (await grace.SearchAsync("umbrella*", $"&room_id={room}")).Texts);
    }

    [Fact]
    public async Task As_a_caption_too()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var text = Text("emoji", "");

        Assert.Equal(text, (await ada.ShareAsync(room, "a.bin", [1, 2, 3], text)).Text);
    }

    [Fact]
    public async Task One_more_is_too_long_and_a_body_much_longer_is_refused_unread()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();

        Assert.Equal(["message"], (await SendAsync(ada, "POST", "/chat/messages", new { room_id = room, message = Text("emoji", "") + "!" })).Errors);
        Assert.Equal(413, (await SendAsync(ada, "POST", "/chat/messages", new { room_id = room, message = new string('a', 600_000) })).Status);
        Assert.Equal(413, (await SendAsync(ada, "POST", "/chat/typing", new { room_id = room, is_typing = true, more = new string('a', 100_000) })).Status);
    }

    [Fact]
    public async Task Many_of_them_that_were_missed_come_in_order_and_without_loss()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var cursor = (await ada.HistoryAsync(room)).Cursor;
        List<string> said = [];
        for (var n = 0; n < 120; n++)
            said.Add((await SendAsync(ada, "POST", "/chat/messages", new { room_id = room, message = $"{n}" + new string('é', n % 3 == 0 ? Length - 3 : 3) })).Message().Id);

        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events?html=1&cursor={cursor}");

        foreach (var id in said)
            Assert.Equal(id, (await stream.NextMessageAsync()).Id);
        List<string> polled = [];
        for (var more = true; more;)
        {
            var answer = await ada.GetAsync($"/chat/room/{room}/poll?wait=0&cursor={cursor}");
            polled.AddRange(answer["events"].EnumerateArray().Select(e => e.GetProperty("data").GetProperty("id").GetString()!));
            (cursor, more) = (answer["cursor"].GetString()!, answer["has_more"].GetBoolean());
        }
        Assert.Equal(said, polled);
    }

    private static string Text(string kind, string name)
    {
        var random = new Random(18);
        var text = new StringBuilder("beginning ");
        var left = Length - text.Length - 1;
        for (var n = 0; left > 0; n++)
        {
            var piece = kind switch
            {
                "private" => new Rune(0xF0000 + n % 60_000).ToString(),
                "emoji" => "😀",
                "ideographs" => ((char)(0x4E00 + random.Next(20_000))).ToString(),
                "controls" => "\u0001",
                "quotes" => n % 2 == 0 ? string.Concat(Enumerable.Repeat("> ", 16)) + "a\n\n" : "\"<&'\\\n",
                "signs" => (n % 4) switch { 0 => "**a** ", 1 => "`b` ", 2 => "[c](http://d.ef) ", _ => "~~g~~\n\n" },
                "names" => $"@{name} ",
                "points" => $"{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}.",
                "words" => $"{random.Next():x} ",
                _ => ((char)('a' + random.Next(26))).ToString(),
            };
            var length = piece.EnumerateRunes().Count();
            if (length > left)
                piece = new string('x', length = left);
            text.Append(piece);
            left -= length;
        }
        return text.Append('*').ToString();
    }

    private static Task<Reply> SendAsync(ChatClient client, string method, string path, object body) => client.SendAsync(
        new HttpMethod(method), path, new StringContent(JsonSerializer.Serialize(body, Escaping), Encoding.UTF8, "application/json"));
}
