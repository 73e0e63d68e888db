using System.Diagnostics;

namespace BlazorChat.Tests.Fire;

/// <summary>A file system of eight megabytes, and something else that fills it up.</summary>
[Collection(UnderFire.Name)]
public sealed class FullDiskTests : IAsyncLifetime
{
    private const int PostsAtMost = 20_000;

    private readonly string disk = Path.Combine(Path.GetTempPath(), "blazorchat-disk-" + Guid.NewGuid().ToString("N"));
    private string? notMounted;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(disk);
        notMounted = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
            ? await RunAsync("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk)
            : "it takes Linux and root";
    }

    public async ValueTask DisposeAsync()
    {
        if (notMounted is null)
            await RunAsync("umount", disk);
        Directory.Delete(disk, recursive: true);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_what_was_accepted_is_there_and_posts_succeed_once_there_is_room()
    {
        Assert.SkipWhen(notMounted is not null, $"A small disk of its own cannot be made here: {notMounted}");
        await using var app = new ChatApp([], Path.Combine(disk, "data"));
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var stream = await ada.OpenStreamAsync(room);
        var rubbish = Path.Combine(disk, "rubbish");
        FillUp(rubbish);

        List<string> accepted = [];
        Reply answer;
        while ((answer = await ada.TrySayAsync(room, $"{accepted.Count} {new string('x', 900)}", clientId: $"{accepted.Count}")).Status == 201)
        {
            accepted.Add(answer.Message().Id);
            Assert.True(accepted.Count < PostsAtMost, "The disk never filled up.");
        }
        Assert.Equal((503, "1"), (answer.Status, answer.Header("Retry-After")));
        Assert.Equal(503, (await ada.TrySayAsync(room, "Nor this", clientId: "nor")).Status);
        var unready = await app.Anonymous.GetAsync("/health/ready");
        Assert.Equal((503, "unready", "failing"), (unready.Status, unready["status"].GetString(), unready["checks"].GetProperty("database").GetString()));
        Assert.Equal(200, (await ada.GetAsync($"/chat/room/{room}/history")).Status);

        File.Delete(rubbish);
        Assert.Equal(201, (await ada.TrySayAsync(room, "Nor this", clientId: "nor")).Status);
        Assert.Equal(200, (await app.Anonymous.GetAsync("/health/ready")).Status);

        var events = await stream.UntilMessageAsync("Nor this");
        Assert.Equal(accepted, events.Where(e => e.Name == "message").Select(e => e["id"].GetString()).SkipLast(1));
        Assert.Equal(accepted.Count + 1, (await ada.HistoryAsync(room, "limit=1")).Messages.Single().Number);
    }

    [Fact]
    public async Task A_file_that_does_not_fit_is_refused_leaves_nothing_half_written_and_goes_in_once_there_is_room()
    {
        Assert.SkipWhen(notMounted is not null, $"A small disk of its own cannot be made here: {notMounted}");
        await using var app = new ChatApp([], Path.Combine(disk, "data"));
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var (large, small) = (new byte[5_000_000], new byte[10_000]);
        var upload = (await ada.PostAsync("/chat/uploads", new { size = large.Length }))["upload_id"].GetString();
        var rubbish = Path.Combine(disk, "rubbish");
        await File.WriteAllBytesAsync(rubbish, new byte[3_000_000], TestContext.Current.CancellationToken);

        var refused = await ada.TryShareAsync(room, "large.bin", large);
        var piece = await ada.PatchAsync($"/chat/uploads/{upload}?offset=0", new ByteArrayContent(large));

        Assert.Equal((507, "storage_full"), (refused.Status, refused.Code));
        Assert.Equal((507, "storage_full"), (piece.Status, piece.Code));
        Assert.Equal([$"uploads/{upload}"], app.AllBytes());
        Assert.DoesNotContain((await ada.HistoryAsync(room)).Messages, m => m.Type == "file");

        File.Delete(rubbish);
        var offset = (int)(await ada.GetAsync($"/chat/uploads/{upload}"))["offset"].GetInt64();
        Assert.Equal(200, (await ada.PatchAsync($"/chat/uploads/{upload}?offset={offset}", new ByteArrayContent(large[offset..]))).Status);
        Assert.Equal(204, (await ada.DeleteAsync($"/chat/uploads/{upload}")).Status);
        Assert.Equal(201, (await ada.TryShareAsync(room, "large.bin", large)).Status);
        Assert.Equal(201, (await ada.TryShareAsync(room, "small.bin", small)).Status);
    }

    private static void FillUp(string path)
    {
        using var file = File.Create(path, 1);
        try
        {
            var block = new byte[4096];
            while (true)
                file.Write(block);
        }
        catch (IOException)
        {
            // No space left: that is what was wanted.
        }
    }

    /// <returns>Why it failed, or null.</returns>
    private static async Task<string?> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? null : error.Trim();
    }
}
