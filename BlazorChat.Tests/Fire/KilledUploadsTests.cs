using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BlazorChat.Tests.Fire;

/// <summary>The server is killed in the middle of uploads, again and again.</summary>
public sealed class KilledUploadsTests
{
    private const int Rounds = 10;
    private const int Senders = 6;
    private const int AnswersAtMost = 12;
    private const int LargestFile = 2_000_000;

    private readonly ConcurrentDictionary<string, string> confirmed = [];

    [Fact]
    public async Task No_message_is_without_its_bytes_and_after_the_sweep_no_bytes_are_without_a_message()
    {
        await using var server = new ServerProcess();
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        for (var round = 1; round <= Rounds; round++)
        {
            await ShareUntilKilledAsync(server, ada, room);
            await server.StartAsync();

            var shared = await FilesAsync(ada, room);
            foreach (var (id, sha256) in confirmed)
                Assert.Equal(sha256, shared.GetValueOrDefault(id));
            foreach (var sha256 in shared.Values)
                Assert.Equal(sha256, Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(
                    PathOf(server, sha256), TestContext.Current.CancellationToken))));
            var expected = shared.Values.Select(sha256 => Path.Combine("files", sha256[..2], sha256)).Distinct().Order(StringComparer.Ordinal).ToArray();
            await StoredBytes.UntilAsync(
                () => StoredBytes.AllBytes(server.Data).Where(path => !path.StartsWith("thumbnails", StringComparison.Ordinal)).SequenceEqual(expected),
                $"round {round} left what messages use and nothing else");
        }
        Assert.True(confirmed.Count >= Rounds, $"Only {confirmed.Count} files were ever accepted.");
    }

    // Some files are half sent, some half looked through, some half stored when the end comes.
    private async Task ShareUntilKilledAsync(ServerProcess server, ChatClient ada, string room)
    {
        var left = Random.Shared.Next(1, AnswersAtMost);
        var enough = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var senders = Enumerable.Range(0, Senders).Select(_ => Task.Run(SendAsync)).ToArray();
        await enough.Task;
        await server.KillAsync();
        await Task.WhenAll(senders);

        async Task SendAsync()
        {
            try
            {
                while (true)
                {
                    var bytes = RandomNumberGenerator.GetBytes(Random.Shared.Next(1, LargestFile));
                    var shared = await ada.ShareAsync(room, "a.bin", bytes);
                    confirmed[shared.Id] = shared.File!.Sha256;
                    if (Interlocked.Decrement(ref left) <= 0)
                        enough.TrySetResult();
                }
            }
            catch (HttpRequestException)
            {
                // It was killed.
            }
        }
    }

    private static async Task<Dictionary<string, string>> FilesAsync(ChatClient ada, string room)
    {
        Dictionary<string, string> files = [];
        var page = await ada.HistoryAsync(room, "limit=200");
        while (true)
        {
            foreach (var message in page.Messages.Where(m => m.Type == "file"))
                files[message.Id] = message.File!.Sha256;
            if (!page.HasMore)
                return files;
            page = await ada.HistoryAsync(room, $"limit=200&before={page.Messages[0].Id}");
        }
    }

    private static string PathOf(ServerProcess server, string sha256) => Path.Combine(server.Data, "files", sha256[..2], sha256);
}
