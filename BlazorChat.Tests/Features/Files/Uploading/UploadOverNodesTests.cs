using System.Security.Cryptography;

namespace BlazorChat.Tests.Features.Files.Uploading;

/// <summary>Uploads whose pieces come to two nodes, which keep files on a shared disk or in an object store.</summary>
public sealed class UploadOverNodesTests(TwoNodes nodes, S3Server store) : IClassFixture<TwoNodes>, IClassFixture<S3Server>
{
    private static readonly byte[] Bytes = RandomNumberGenerator.GetBytes(200_000);

    [Fact]
    public Task Each_piece_may_come_to_another_node() => ComesInTurnAsync(nodes.A, nodes.B);

    [Fact]
    public async Task Each_piece_may_come_to_another_node_where_files_lie_in_an_object_store()
    {
        (string, string)[] settings =
        [
            ("Chat:Files:S3:Endpoint", store.Address.ToString()), ("Chat:Files:S3:Bucket", S3Server.Bucket),
            ("Chat:Files:S3:AccessKey", "S3RVER"), ("Chat:Files:S3:SecretKey", "S3RVER"),
        ];
        await using var a = new ChatApp(settings, isOnPostgres: true);
        await a.InitializeAsync();
        await using var b = new NodeApp(a, settings);
        await b.InitializeAsync();

        await ComesInTurnAsync(a, b);
    }

    [Fact]
    public async Task A_piece_goes_where_the_upload_stands_at_the_other_node_and_nowhere_else()
    {
        var (here, there) = await SetUpAsync(nodes.A, nodes.B);
        var upload = await AnnounceAsync(here);
        await ContinueAsync(here, upload, 0, Bytes[..1000]);

        Assert.Equal((409, "wrong_offset"), Kind(await ContinueAsync(there, upload, 0, Bytes[..1000])));
        Assert.Equal((409, "wrong_offset"), Kind(await ContinueAsync(there, upload, 2000, Bytes[2000..])));
        Assert.Equal((409, "upload_incomplete"), Kind(await FinishAsync(there, upload, "one")));
        Assert.Equal(400, (await ContinueAsync(there, upload, 1000, [.. Bytes[1000..], 1])).Status);
    }

    [Fact]
    public async Task Of_two_pieces_that_come_to_both_nodes_at_once_one_is_kept()
    {
        var (here, there) = await SetUpAsync(nodes.A, nodes.B);
        var upload = await AnnounceAsync(here);

        var both = await Task.WhenAll(ContinueAsync(here, upload, 0, Bytes[..1000]), ContinueAsync(there, upload, 0, Bytes[..1000]));

        Assert.Single(both, reply => reply.Status == 200);
        Assert.Contains(both.Single(reply => reply.Status != 200).Code, (string[])["superseded", "wrong_offset"]);
        Assert.Equal(1000, (await there.GetAsync($"/chat/uploads/{upload}"))["offset"].GetInt64());
    }

    [Fact]
    public async Task An_upload_posted_at_both_nodes_at_once_becomes_one_message()
    {
        var (here, there) = await SetUpAsync(nodes.A, nodes.B);
        var upload = await AnnounceAsync(here);
        await ContinueAsync(here, upload, 0, Bytes);

        var both = await Task.WhenAll(FinishAsync(here, upload, "one"), FinishAsync(there, upload, "two"));

        Assert.Single(both, reply => reply.Status == 201);
        Assert.Equal(["upload_id"], both.Single(reply => reply.Status != 201).Errors);
        var posted = both.Single(reply => reply.Status == 201).Message();
        Assert.Equal(Bytes, (await there.GetAsync(posted.FileUrl!)).Bytes);
    }

    [Fact]
    public async Task An_upload_that_is_given_up_at_one_node_is_gone_at_the_other()
    {
        var (here, there) = await SetUpAsync(nodes.A, nodes.B);
        var upload = await AnnounceAsync(here);
        await ContinueAsync(here, upload, 0, Bytes[..1000]);

        Assert.Equal(204, (await there.DeleteAsync($"/chat/uploads/{upload}")).Status);

        Assert.Equal(404, (await ContinueAsync(here, upload, 1000, Bytes[1000..])).Status);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(nodes.A.Data, "pieces"), upload + "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_quota_holds_over_both_nodes_and_is_free_again_afterwards()
    {
        (string, string)[] settings = [("Chat:Limits:UploadBytesPerUser", "400000")];
        await using var a = new ChatApp(settings, isOnPostgres: true);
        await a.InitializeAsync();
        await using var b = new NodeApp(a, settings);
        await b.InitializeAsync();
        var (here, there) = await SetUpAsync(a, b);
        var upload = await AnnounceAsync(here);

        var first = await there.TryShareAsync("general", "engine.bin", Bytes[..150_000]);
        var second = await here.TryShareAsync("general", "engine.bin", Bytes[..150_000]);
        Assert.Equal(204, (await there.DeleteAsync($"/chat/uploads/{upload}")).Status);
        var third = await here.TryShareAsync("general", "engine.bin", Bytes[..150_000]);

        Assert.Equal((201, 413, 201), (first.Status, second.Status, third.Status));
    }

    private static async Task ComesInTurnAsync(ChatApp a, NodeApp b)
    {
        var (here, there) = await SetUpAsync(a, b);
        var upload = await AnnounceAsync(here);

        Assert.Equal(50_000, (await ContinueAsync(here, upload, 0, Bytes[..50_000]))["offset"].GetInt64());
        Assert.Equal(50_000, (await there.GetAsync($"/chat/uploads/{upload}"))["offset"].GetInt64());
        Assert.Equal(120_000, (await ContinueAsync(there, upload, 50_000, Bytes[50_000..120_000]))["offset"].GetInt64());
        Assert.Equal(200_000, (await ContinueAsync(here, upload, 120_000, Bytes[120_000..]))["offset"].GetInt64());
        var shared = await FinishAsync(there, upload, "one");
        var again = await FinishAsync(here, upload, "one");

        Assert.Equal((201, 200), (shared.Status, again.Status));
        Assert.Equal(Bytes, (await here.GetAsync(shared.Message().FileUrl!)).Bytes);
        Assert.Equal(404, (await here.GetAsync($"/chat/uploads/{upload}")).Status);
    }

    private static async Task<(ChatClient Here, ChatClient There)> SetUpAsync(ChatApp a, NodeApp b)
    {
        var here = await a.SignUpAsync("ada");
        return (here, await b.MeetAsync(here));
    }

    private static async Task<string> AnnounceAsync(ChatClient client)
    {
        var announced = await client.PostAsync("/chat/uploads", new { size = Bytes.Length });
        Assert.Equal(201, announced.Status);
        return announced["upload_id"].GetString()!;
    }

    private static Task<Reply> ContinueAsync(ChatClient client, string upload, long offset, byte[] piece) =>
        client.PatchAsync($"/chat/uploads/{upload}?offset={offset}", new ByteArrayContent(piece));

    private static Task<Reply> FinishAsync(ChatClient client, string upload, string clientId) =>
        client.PostAsync("/chat/files", new MultipartFormDataContent
        {
            { new StringContent("general"), "room_id" }, { new StringContent(upload), "upload_id" },
            { new StringContent("engine.bin"), "file_name" }, { new StringContent(clientId), "client_id" },
        });

    private static (int, string?) Kind(Reply reply) => (reply.Status, reply.Code);
}
