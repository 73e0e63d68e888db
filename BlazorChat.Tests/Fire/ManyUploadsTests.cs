using System.Globalization;
using System.Security.Cryptography;

namespace BlazorChat.Tests.Fire;

/// <summary>Files are streamed to disk: how many come at once and how large they are costs no memory.</summary>
[Collection(UnderFire.Name)]
public sealed class ManyUploadsTests(ITestOutputHelper output)
{
    private const int Uploads = 100;
    private const int Size = 20_000_000;
    private const int MostMegabytes = 100;

    [Fact]
    public async Task A_hundred_uploads_of_20_megabytes_at_once_take_less_than_100_megabytes_of_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Resident memory is read from /proc.");
        await using var server = new ServerProcess();
        await server.StartAsync();
        var ada = await server.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var bytes = RandomNumberGenerator.GetBytes(Size);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(n => ada.ShareAsync(room, "warm.bin", BitConverter.GetBytes(n))));
        var before = Megabytes(server, "VmRSS");
        await File.WriteAllTextAsync($"/proc/{server.Id}/clear_refs", "5", TestContext.Current.CancellationToken); // the peak counts from here

        var shared = await Task.WhenAll(Enumerable.Range(0, Uploads).Select(n => ShareAsync(ada, room, n, bytes)));

        var peak = Megabytes(server, "VmHWM");
        output.WriteLine($"Resident memory rose from {before} MB to {peak} MB at most.");
        Assert.Equal(Uploads, shared.Select(message => message.File!.Sha256).Distinct().Count());
        Assert.All(shared, message => Assert.Equal(Size + sizeof(int), message.File!.Size));
        Assert.InRange(peak - before, 0, MostMegabytes);
    }

    // Each is another file, and the test keeps one copy of what they have in common.
    private static async Task<MessageJson> ShareAsync(ChatClient ada, string room, int n, byte[] bytes)
    {
        using var file = new StreamContent(new Joined(BitConverter.GetBytes(n), bytes));
        file.Headers.ContentDisposition = new("form-data") { Name = "file", FileName = $"{n}.bin" };
        using var form = new MultipartFormDataContent { { new StringContent(room), "room_id" }, file };
        var answer = await ada.PostAsync("/chat/files", form);
        Assert.True(answer.Status == 201, answer.ToString());
        return answer.Message();
    }

    private static double Megabytes(ServerProcess server, string what) =>
        double.Parse(
            File.ReadLines($"/proc/{server.Id}/status").Single(line => line.StartsWith(what, StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2].Split('\t')[^1], CultureInfo.InvariantCulture) / 1024;

    /// <summary>Some bytes, and then others.</summary>
    private sealed class Joined(byte[] first, byte[] rest) : Stream
    {
        private int position;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => first.Length + rest.Length;

        public override long Position { get => position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var part = position < first.Length ? first.AsSpan(position) : rest.AsSpan(position - first.Length);
            var read = Math.Min(count, part.Length);
            part[..read].CopyTo(buffer.AsSpan(offset));
            position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
