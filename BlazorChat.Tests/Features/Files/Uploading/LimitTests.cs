using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace BlazorChat.Tests.Features.Files.Uploading;

/// <summary>A chat that takes files of 100,000 bytes, and 250,000 of one person.</summary>
public sealed class NarrowApp() : ChatApp([("Chat:Limits:UploadBytes", "100000"), ("Chat:Limits:UploadBytesPerUser", "250000")]);

public sealed class LimitTests(NarrowApp app) : IClassFixture<NarrowApp>
{
    private static readonly string End = new string('y', 10_000) + "\r\n--b--\r\n";

    [Theory]
    [InlineData(100_000, 201)]
    [InlineData(100_001, 413)]
    [InlineData(5_000_000, 413)]
    public async Task A_file_may_be_as_large_as_the_limit_says(int size, int status)
    {
        var (ada, room) = await SetUpAsync();

        var answer = await ada.TryShareAsync(room, "a.bin", RandomNumberGenerator.GetBytes(size));

        Assert.Equal(status, answer.Status);
        if (status == 413)
            Assert.Equal(("too_large", 100_000), (answer.Code, answer["limit"].GetInt64()));
    }

    [Fact]
    public async Task A_body_without_an_end_is_cut()
    {
        var (ada, room) = await SetUpAsync();
        var before = app.AllBytes();
        using var form = Sharing.Form(room, "a.bin", RandomNumberGenerator.GetBytes(200_000));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/chat/files") { Content = form };
        request.Headers.TransferEncodingChunked = true;

        var answer = await ada.SendAsync(request);

        Assert.Equal((413, "too_large"), (answer.Status, answer.Code));
        await StoredBytes.UntilAsync(() => app.AllBytes().SequenceEqual(before), "nothing of it is left");
    }

    [Fact]
    public async Task One_persons_files_take_no_more_than_their_quota_and_deleting_makes_room()
    {
        var (ada, room) = await SetUpAsync();
        var first = await ada.ShareAsync(room, "1.bin", RandomNumberGenerator.GetBytes(100_000));
        await ada.ShareAsync(room, "2.bin", RandomNumberGenerator.GetBytes(100_000));

        var refused = await ada.TryShareAsync(room, "3.bin", RandomNumberGenerator.GetBytes(100_000));
        var announced = await ada.PostAsync("/chat/uploads", new { size = 100_000 });

        Assert.Equal((413, "quota_exceeded", 250_000), (refused.Status, refused.Code, refused["limit"].GetInt64()));
        Assert.Equal("quota_exceeded", announced.Code);
        await ada.DeleteAsync(first);
        Assert.Equal(201, (await ada.TryShareAsync(room, "3.bin", RandomNumberGenerator.GetBytes(100_000))).Status);
    }

    [Fact]
    public async Task What_is_on_its_way_counts_too()
    {
        var (ada, _) = await SetUpAsync();

        List<int> statuses = [];
        for (var n = 0; n < 3; n++)
            statuses.Add((await ada.PostAsync("/chat/uploads", new { size = 100_000 })).Status);

        Assert.Equal([201, 201, 413], statuses);
    }

    [Fact]
    public async Task A_retry_is_answered_with_the_first_when_the_quota_is_used_up()
    {
        var (ada, room) = await SetUpAsync();
        await ada.ShareAsync(room, "1.bin", RandomNumberGenerator.GetBytes(100_000));
        var last = RandomNumberGenerator.GetBytes(100_000);
        var first = await ada.ShareAsync(room, "2.bin", last, clientId: "two");

        var again = await ada.TryShareAsync(room, "2.bin", last, clientId: "two");

        Assert.Equal((200, first.Id), (again.Status, again.Message().Id));
    }

    [Fact]
    public async Task What_was_announced_within_the_quota_can_be_finished()
    {
        var (ada, room) = await SetUpAsync();
        foreach (var size in (int[])[100_000, 100_000, 50_000])
        {
            var upload = (await ada.PostAsync("/chat/uploads", new { size }))["upload_id"].GetString()!;
            await ada.PatchAsync($"/chat/uploads/{upload}?offset=0", new ByteArrayContent(RandomNumberGenerator.GetBytes(size)));
            Assert.Equal(201, (await ada.PostAsync("/chat/files", new MultipartFormDataContent
            {
                { new StringContent(room), "room_id" }, { new StringContent(upload), "upload_id" },
            })).Status);
        }
    }

    [Theory]
    [InlineData("ban")]
    [InlineData("sign-out")]
    public async Task Someone_who_is_signed_out_or_banned_while_they_send_posts_no_file(string act)
    {
        var (eve, room) = await SetUpAsync();
        var before = app.AllBytes();
        using var connection = await BeginAsync(eve, room);
        await StoredBytes.UntilAsync(() => app.AllBytes().Length > before.Length, "its bytes arrive");

        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/users/{eve.UserId}/{act}", new { reason = "Shouting" })).Status);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(End), TestContext.Current.CancellationToken);
        using var answer = new StreamReader(connection.GetStream());

        Assert.Equal("HTTP/1.1 401 Unauthorized", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
        await StoredBytes.UntilAsync(() => app.AllBytes().SequenceEqual(before), "nothing of it is left");
    }

    [Fact]
    public async Task Someone_who_goes_away_in_the_middle_leaves_nothing_behind()
    {
        var (ada, room) = await SetUpAsync();
        var before = app.AllBytes();
        using (await BeginAsync(ada, room))
        {
            await StoredBytes.UntilAsync(() => app.AllBytes().Length > before.Length, "its bytes arrive");
        }

        await StoredBytes.UntilAsync(() => app.AllBytes().SequenceEqual(before), "nothing of it is left");
    }

    [Fact]
    public async Task Someone_who_sends_too_slowly_is_cut_off_and_leaves_nothing_behind()
    {
        var (ada, room) = await SetUpAsync();
        var before = app.AllBytes();

        using var connection = await BeginAsync(ada, room); // and then says no more
        using var answer = new StreamReader(connection.GetStream());

        Assert.Equal("HTTP/1.1 408 Request Timeout", await answer.ReadLineAsync(TestContext.Current.CancellationToken));
        await StoredBytes.UntilAsync(() => app.AllBytes().SequenceEqual(before), "nothing of it is left");
    }

    // A request that stops in the middle of its file.
    private async Task<TcpClient> BeginAsync(ChatClient ada, string room)
    {
        var beginning =
            $"--b\r\nContent-Disposition: form-data; name=\"room_id\"\r\n\r\n{room}\r\n" +
            $"--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\n\r\n{new string('x', 20_000)}";
        var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, app.Address.Port, TestContext.Current.CancellationToken);
        await connection.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
            $"POST /chat/files HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {ada.AccessToken}\r\n" +
            $"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: {beginning.Length + End.Length}\r\n\r\n{beginning}"), TestContext.Current.CancellationToken);
        return connection;
    }

    private async Task<(ChatClient Ada, string Room)> SetUpAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.CreateRoomAsync());
    }
}
