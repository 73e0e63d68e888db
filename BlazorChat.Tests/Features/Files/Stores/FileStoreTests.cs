using System.Security.Cryptography;
using BlazorChat.Web.Features.Files.Stores;

namespace BlazorChat.Tests.Features.Files.Stores;

/// <summary>What every store promises, wherever it keeps the bytes.</summary>
public abstract class FileStoreTests : IDisposable
{
    private const int Large = 40 * 1024 * 1024 + 7;
    private const int MoreThanAPage = 1005;

    private readonly string staging = Directory.CreateTempSubdirectory("blazorchat-staging-").FullName;

    public abstract IFileStore Store { get; }

    protected static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("files/")]
    [InlineData("thumbnails/")]
    public async Task What_was_put_is_there(string area)
    {
        var (key, bytes) = Content(100_000, area);

        await Store.PutAsync(key, Stage(bytes), Ct);

        Assert.Equal(bytes, await ReadAsync(key));
    }

    [Fact]
    public async Task An_empty_file_is_a_file()
    {
        var (key, bytes) = Content(0);

        await Store.PutAsync(key, Stage(bytes), Ct);

        Assert.Equal(bytes, await ReadAsync(key));
    }

    [Fact]
    public async Task A_large_file_comes_back_as_it_was()
    {
        var (key, bytes) = Content(Large);

        await Store.PutAsync(key, Stage(bytes), Ct);

        Assert.Equal(SHA256.HashData(bytes), SHA256.HashData(await ReadAsync(key) ?? []));
    }

    [Fact]
    public async Task The_same_hash_in_two_areas_is_two_things()
    {
        var (file, bytes) = Content(5000);
        var thumbnail = file.Replace("files/", "thumbnails/", StringComparison.Ordinal);
        await Store.PutAsync(file, Stage(bytes), Ct);

        Assert.Null(await ReadAsync(thumbnail));
        await Store.PutAsync(thumbnail, Stage(bytes[..100]), Ct);

        Assert.Equal(bytes, await ReadAsync(file));
        Assert.Equal(bytes[..100], await ReadAsync(thumbnail));
    }

    [Fact]
    public async Task What_is_put_twice_is_there_once()
    {
        var (key, bytes) = Content(5000);

        await Store.PutAsync(key, Stage(bytes), Ct);
        await Store.PutAsync(key, Stage(bytes), Ct);

        Assert.Equal(bytes, await ReadAsync(key));
        Assert.Single(await ListAsync("files/"), key);
    }

    [Fact]
    public async Task Many_may_put_the_same_at_once()
    {
        var (key, bytes) = Content(300_000);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Stage(bytes)).ToList().Select(path => Task.Run(() => Store.PutAsync(key, path, Ct), Ct)));

        Assert.Equal(bytes, await ReadAsync(key));
    }

    [Fact]
    public async Task A_part_is_read_from_wherever_one_seeks()
    {
        var (key, bytes) = Content(1_000_000);
        await Store.PutAsync(key, Stage(bytes), Ct);
        await using var stream = (await Store.OpenAsync(key, Ct))!;
        Assert.True(stream.CanSeek);
        Assert.Equal(bytes.Length, stream.Length);

        foreach (var (from, count) in ((int, int)[])[(999_990, 10), (0, 1), (500_000, 70_000), (570_000, 5), (3, 200_000), (999_999, 1)])
        {
            stream.Seek(from, SeekOrigin.Begin);
            var part = new byte[count];
            await stream.ReadExactlyAsync(part, Ct);

            Assert.Equal(bytes[from..(from + count)], part);
            Assert.Equal(from + count, stream.Position);
        }
    }

    [Fact]
    public async Task There_is_nothing_after_the_end()
    {
        var (key, bytes) = Content(1000);
        await Store.PutAsync(key, Stage(bytes), Ct);
        await using var stream = (await Store.OpenAsync(key, Ct))!;

        Assert.Equal(990, stream.Seek(-10, SeekOrigin.End));
        Assert.Equal(995, stream.Seek(5, SeekOrigin.Current));
        await stream.ReadExactlyAsync(new byte[5], Ct);

        Assert.Equal(0, await stream.ReadAsync(new byte[5], Ct));
    }

    [Fact]
    public async Task Two_read_the_same_without_disturbing_each_other()
    {
        var (key, bytes) = Content(200_000);
        await Store.PutAsync(key, Stage(bytes), Ct);
        await using var one = (await Store.OpenAsync(key, Ct))!;
        one.Position = 100_000;
        var half = new byte[100_000];
        await one.ReadExactlyAsync(half.AsMemory(0, 10), Ct);

        Assert.Equal(bytes, await ReadAsync(key));
        await one.ReadExactlyAsync(half.AsMemory(10), Ct);

        Assert.Equal(bytes[100_000..], half);
    }

    [Fact]
    public async Task What_was_never_put_is_not_there() => Assert.Null(await ReadAsync(Content(10).Key));

    [Fact]
    public async Task What_was_deleted_is_gone()
    {
        var (key, bytes) = Content(1000);
        await Store.PutAsync(key, Stage(bytes), Ct);

        await Store.DeleteAsync(key, Ct);

        Assert.Null(await ReadAsync(key));
        Assert.DoesNotContain(key, await ListAsync("files/"));
    }

    [Fact]
    public async Task What_was_deleted_may_be_put_again()
    {
        var (key, bytes) = Content(1000);
        await Store.PutAsync(key, Stage(bytes), Ct);
        await Store.DeleteAsync(key, Ct);

        await Store.PutAsync(key, Stage(bytes), Ct);

        Assert.Equal(bytes, await ReadAsync(key));
    }

    [Fact]
    public async Task What_is_not_there_may_be_deleted_and_others_stay()
    {
        var (key, bytes) = Content(1000);
        await Store.PutAsync(key, Stage(bytes), Ct);

        await Store.DeleteAsync(Content(10).Key, Ct);

        Assert.Equal(bytes, await ReadAsync(key));
    }

    [Fact]
    public async Task All_of_an_area_are_listed_and_no_others()
    {
        var keys = Enumerable.Range(0, MoreThanAPage).Select(_ => Content(1, "thumbnails/").Key).ToList();
        var (file, bytes) = Content(10);
        await Store.PutAsync(file, Stage(bytes), Ct);
        await Parallel.ForEachAsync(keys, Ct, async (key, stop) => await Store.PutAsync(key, Stage([1]), stop));

        var listed = await ListAsync("thumbnails/");

        Assert.Empty(keys.Except(listed));
        Assert.Equal(listed.Count, listed.Distinct().Count());
        Assert.All(listed, key => Assert.StartsWith("thumbnails/", key, StringComparison.Ordinal));
        Assert.Contains(file, await ListAsync("files/"));
    }

    [Fact]
    public async Task A_put_that_is_given_up_leaves_nothing()
    {
        var (key, bytes) = Content(1000);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.PutAsync(key, Stage(bytes), new CancellationToken(canceled: true)));

        Assert.Null(await ReadAsync(key));
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Directory.Delete(staging, recursive: true);

    /// <summary>Bytes that nobody else has put, and the name they go by.</summary>
    protected static (string Key, byte[] Bytes) Content(int length, string area = "files/")
    {
        var bytes = RandomNumberGenerator.GetBytes(length);
        // Few bytes are soon the same again.
        var hash = length < 10 ? RandomNumberGenerator.GetBytes(32) : SHA256.HashData(bytes);
        return (area + Convert.ToHexStringLower(hash), bytes);
    }

    /// <returns>A file in the staging area.</returns>
    protected string Stage(byte[] bytes)
    {
        var path = Path.Combine(staging, Guid.NewGuid().ToString("N"));
        File.WriteAllBytes(path, bytes);
        return path;
    }

    protected async Task<byte[]?> ReadAsync(string key)
    {
        await using var stream = await Store.OpenAsync(key, Ct);
        if (stream is null)
            return null;
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    private async Task<List<string>> ListAsync(string prefix) => await Store.ListAsync(prefix, Ct).ToListAsync(Ct);
}
