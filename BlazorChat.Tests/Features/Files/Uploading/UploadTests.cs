using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using BlazorChat.Web.Features.Files.Uploading;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Files.Uploading;

/// <summary>Files that come in pieces.</summary>
public sealed class UploadTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(200_000);

    [Fact]
    public async Task A_file_may_come_in_pieces()
    {
        var (ada, room) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);

        Assert.Equal(120_000, (await ContinueAsync(ada, upload, 0, Bytes[..120_000]))["offset"].GetInt64());
        Assert.Equal(120_000, (await ada.GetAsync($"/chat/uploads/{upload}"))["offset"].GetInt64());
        Assert.Equal(200_000, (await ContinueAsync(ada, upload, 120_000, Bytes[120_000..]))["offset"].GetInt64());
        var shared = await FinishAsync(ada, room, upload, "one");

        Assert.Equal(201, shared.Status);
        Assert.Equal(("engine.bin", "file"), (shared.Message().FileName, shared.Message().Type));
        Assert.Equal(Bytes, (await ada.GetAsync(shared.Message().FileUrl!)).Bytes);
    }

    [Fact]
    public async Task An_upload_makes_one_message_and_a_retry_is_answered_with_it()
    {
        var (ada, room) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        await ContinueAsync(ada, upload, 0, Bytes);

        var first = await FinishAsync(ada, room, upload, "one");
        var again = await FinishAsync(ada, room, upload, "one");
        var other = await FinishAsync(ada, room, upload, "two");

        Assert.Equal((201, 200), (first.Status, again.Status));
        Assert.Equal(first.Message().Id, again.Message().Id);
        Assert.Equal(["upload_id"], other.Errors);
        Assert.Equal(404, (await ada.GetAsync($"/chat/uploads/{upload}")).Status);
        await StoredBytes.UntilAsync(() => !app.AllBytes().Contains($"uploads/{upload}"), "its bytes are gone");
    }

    [Fact]
    public async Task A_piece_goes_where_the_upload_stands_and_nowhere_else()
    {
        var (ada, room) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        await ContinueAsync(ada, upload, 0, Bytes[..1000]);

        Assert.Equal((409, "wrong_offset"), Kind(await ContinueAsync(ada, upload, 0, Bytes[..1000])));
        Assert.Equal((409, "wrong_offset"), Kind(await ContinueAsync(ada, upload, 2000, Bytes[2000..])));
        Assert.Equal((409, "upload_incomplete"), Kind(await FinishAsync(ada, room, upload, "one")));
        Assert.Equal(400, (await ContinueAsync(ada, upload, 1000, [.. Bytes[1000..], 1])).Status);
    }

    [Fact]
    public async Task What_came_before_the_connection_broke_is_kept_and_the_upload_goes_on_from_there()
    {
        var (ada, room) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);

        await BreakOffAsync(ada, upload, Bytes[..100_000]);
        var offset = await OffsetAsync(ada, upload, 100_000);
        await ContinueAsync(ada, upload, offset, Bytes[(int)offset..]);

        var shared = await FinishAsync(ada, room, upload, "one");
        Assert.Equal(Bytes, (await ada.GetAsync(shared.Message().FileUrl!)).Bytes);
    }

    [Fact]
    public async Task Someone_who_comes_back_does_not_wait_for_a_connection_that_hangs()
    {
        var (ada, room) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        using var hanging = await BeginAsync(ada, upload, Bytes[..50_000]);
        var offset = await OffsetAsync(ada, upload, 50_000);

        var went = await ContinueAsync(ada, upload, offset, Bytes[(int)offset..]);

        Assert.Equal((200, 200_000), (went.Status, went["offset"].GetInt64()));
        Assert.Equal(201, (await FinishAsync(ada, room, upload, "one")).Status);
    }

    [Fact]
    public async Task An_upload_is_its_senders_alone()
    {
        var (ada, _) = await SetUpAsync();
        var (eve, eves) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        await ContinueAsync(ada, upload, 0, Bytes);

        Assert.Equal(404, (await eve.GetAsync($"/chat/uploads/{upload}")).Status);
        Assert.Equal(404, (await ContinueAsync(eve, upload, 0, Bytes)).Status);
        Assert.Equal(404, (await eve.DeleteAsync($"/chat/uploads/{upload}")).Status);
        Assert.Equal(["upload_id"], (await FinishAsync(eve, eves, upload, "mine")).Errors);
        Assert.Equal(404, (await FinishAsync(ada, "nowhere", upload, "one")).Status);
    }

    [Fact]
    public async Task What_is_given_up_leaves_nothing()
    {
        var (ada, _) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        await ContinueAsync(ada, upload, 0, Bytes[..1000]);

        Assert.Equal(204, (await ada.DeleteAsync($"/chat/uploads/{upload}")).Status);

        Assert.Equal(404, (await ada.GetAsync($"/chat/uploads/{upload}")).Status);
        await StoredBytes.UntilAsync(() => !app.AllBytes().Contains($"uploads/{upload}"), "its bytes are gone");
    }

    [Fact]
    public async Task A_piece_that_comes_while_the_upload_is_given_up_leaves_nothing_either()
    {
        var (ada, _) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        Task<Reply> late;
        using (var turn = await app.Services.GetRequiredService<UploadTurns>().TakeAsync(upload, TestContext.Current.CancellationToken))
        {
            late = ContinueAsync(ada, upload, 0, Bytes);
            await Task.Delay(Timeout.Infinite, turn.Lost).ContinueWith(_ => { }, TaskScheduler.Default); // it waits for this turn
            await app.Services.GetRequiredService<StartedUploads>().ForgetAsync(upload);
        }

        Assert.Equal(404, (await late).Status);
        await StoredBytes.UntilAsync(() => !app.AllBytes().Contains($"uploads/{upload}"), "its bytes are gone");
    }

    [Fact]
    public async Task An_upload_outlives_a_message_that_is_refused()
    {
        var (ada, room) = await SetUpAsync();
        var upload = await AnnounceAsync(ada);
        await ContinueAsync(ada, upload, 0, Bytes);

        Assert.Equal(["message"], (await FinishAsync(ada, room, upload, "one", ("message", new string('x', 1001)))).Errors);
        Assert.Equal(["reply_to"], (await FinishAsync(ada, room, upload, "one", ("reply_to", "999999"))).Errors);
        Assert.Equal(["client_id"], (await FinishAsync(ada, room, upload, new string('x', 65))).Errors);

        Assert.Equal(201, (await FinishAsync(ada, room, upload, "one", ("message", "Now"))).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0L)]
    [InlineData(-1L)]
    public async Task An_upload_says_how_much_will_come(long? size)
    {
        var (ada, _) = await SetUpAsync();

        Assert.Equal(["size"], (await ada.PostAsync("/chat/uploads", new { size })).Errors);
    }

    [Fact]
    public async Task More_than_a_file_may_have_is_refused_before_it_comes()
    {
        var (ada, _) = await SetUpAsync();

        var refused = await ada.PostAsync("/chat/uploads", new { size = 25 * 1024 * 1024 + 1 });

        Assert.Equal((413, "too_large", 25 * 1024 * 1024), (refused.Status, refused.Code, refused["limit"].GetInt64()));
    }

    private async Task<(ChatClient Ada, string Room)> SetUpAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.CreateRoomAsync());
    }

    private static async Task<string> AnnounceAsync(ChatClient ada)
    {
        var announced = await ada.PostAsync("/chat/uploads", new { size = Bytes.Length });
        Assert.Equal((201, 0), (announced.Status, announced["offset"].GetInt64()));
        return announced["upload_id"].GetString()!;
    }

    private static Task<Reply> ContinueAsync(ChatClient ada, string upload, long offset, byte[] piece) =>
        ada.PatchAsync($"/chat/uploads/{upload}?offset={offset}", new ByteArrayContent(piece));

    private static Task<Reply> FinishAsync(ChatClient ada, string room, string upload, string clientId, (string Name, string Value)? more = null)
    {
        var form = new MultipartFormDataContent
        {
            { new StringContent(room), "room_id" }, { new StringContent(upload), "upload_id" },
            { new StringContent("engine.bin"), "file_name" }, { new StringContent(clientId), "client_id" },
        };
        if (more is var (name, value))
            form.Add(new StringContent(value), name);
        return ada.PostAsync("/chat/files", form);
    }

    // The head and the beginning of a body that promises more.
    private async Task<TcpClient> BeginAsync(ChatClient ada, string upload, byte[] beginning)
    {
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, app.Address.Port);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"PATCH /chat/uploads/{upload}?offset=0 HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ada.AccessToken}\r\n" +
            $"Content-Type: application/octet-stream\r\nContent-Length: {Bytes.Length}\r\n\r\n"));
        await connection.GetStream().WriteAsync(beginning);
        return connection;
    }

    private async Task BreakOffAsync(ChatClient ada, string upload, byte[] beginning)
    {
        using var connection = await BeginAsync(ada, upload, beginning);
        await OffsetAsync(ada, upload, beginning.Length);
        connection.Client.LingerState = new LingerOption(true, 0); // a reset, as when a machine is gone
    }

    private static async Task<long> OffsetAsync(ChatClient ada, string upload, long awaited)
    {
        for (var offset = 0L; ;)
        {
            if (offset == awaited)
                return offset;
            offset = (await ada.GetAsync($"/chat/uploads/{upload}"))["offset"].GetInt64();
        }
    }

    private static (int, string?) Kind(Reply reply) => (reply.Status, reply.Code);
}
