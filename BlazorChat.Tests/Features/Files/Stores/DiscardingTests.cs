using System.Security.Cryptography;
using BlazorChat.Web.Features.Files.Stores;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Files.Stores;

/// <summary>Bytes are deleted with the last thing that uses them, and not before.</summary>
public sealed class DiscardingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Deleting_a_message_deletes_its_bytes()
    {
        var (ada, room) = await SetUpAsync();
        var shared = await ada.ShareAsync(room, "a.bin", NewBytes());

        await ada.DeleteAsync(shared);

        var tombstone = (await ada.HistoryAsync(room)).Messages.Single(m => m.Id == shared.Id);
        Assert.Equal((true, null, null), (tombstone.Deleted, tombstone.File, tombstone.FileUrl));
        Assert.Equal(404, (await ada.GetAsync(shared.FileUrl!)).Status);
        await GoneAsync(shared);
    }

    [Fact]
    public async Task Bytes_that_another_message_shares_stay()
    {
        var (ada, room) = await SetUpAsync();
        var bytes = NewBytes();
        var (first, second) = (await ada.ShareAsync(room, "a.bin", bytes), await ada.ShareAsync(room, "b.bin", bytes));
        var third = await ada.ShareAsync(room, "c.bin", NewBytes());

        await ada.DeleteAsync(first);
        await ada.DeleteAsync(third);
        await GoneAsync(third); // which was deleted after the first

        Assert.Equal(bytes, (await ada.GetAsync(second.FileUrl!)).Bytes);
        await ada.DeleteAsync(second);
        await GoneAsync(second);
    }

    [Fact]
    public async Task Deleting_a_room_deletes_the_bytes_of_its_files()
    {
        var (ada, room) = await SetUpAsync();
        var (first, second) = (await ada.ShareAsync(room, "a.bin", NewBytes()), await ada.ShareAsync(room, "b.bin", NewBytes()));

        Assert.Equal(204, (await ada.DeleteAsync($"/chat/room/{room}")).Status);

        await GoneAsync(first);
        await GoneAsync(second);
    }

    [Fact]
    public async Task Deleting_an_account_deletes_what_it_shared_and_keeps_what_it_said()
    {
        var (ada, room) = await SetUpAsync();
        var bob = await app.SignUpAsync("bob");
        var said = await bob.SayAsync(room, "I said so");
        var shared = await bob.ShareAsync(room, "a.bin", NewBytes(), "And here it is");

        await Browser.DeleteAccountAsync(app, bob);

        await GoneAsync(shared);
        var history = (await ada.HistoryAsync(room)).Messages;
        Assert.Equal("I said so", history.Single(m => m.Id == said.Id).Text);
        Assert.True(history.Single(m => m.Id == shared.Id).Deleted);
    }

    [Fact]
    public async Task Bytes_that_no_message_uses_are_swept_and_others_are_not()
    {
        var (ada, room) = await SetUpAsync();
        var shared = await ada.ShareAsync(room, "a.bin", NewBytes());
        var orphan = Convert.ToHexStringLower(SHA256.HashData(NewBytes()));
        foreach (var area in new[] { "files", "thumbnails" })
        {
            Directory.CreateDirectory(Path.Combine(app.Data, area, orphan[..2]));
            await File.WriteAllBytesAsync(Path.Combine(app.Data, area, orphan[..2], orphan), [1], TestContext.Current.CancellationToken);
        }

        // What others leave in a folder holds nothing up.
        foreach (var name in new[] { ".DS_Store", "abc", "zz", Path.Combine("lost+found", "x") })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(app.Data, "files", name))!);
            await File.WriteAllBytesAsync(Path.Combine(app.Data, "files", name), [1], TestContext.Current.CancellationToken);
        }

        await app.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<OrphanSweep>().Single().SweepAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain(app.AllBytes(), path => path.Contains(orphan, StringComparison.Ordinal));
        Assert.True(app.HasBytes(shared.File!.Sha256));
    }

    [Fact]
    public async Task Sharing_and_deleting_the_same_bytes_at_once_never_leaves_a_message_without_them()
    {
        var (ada, room) = await SetUpAsync();
        var bytes = NewBytes();
        var last = await ada.ShareAsync(room, "0.bin", bytes);

        for (var n = 1; n <= 50; n++)
        {
            var sharing = ada.ShareAsync(room, $"{n}.bin", bytes);
            await Task.WhenAll(ada.DeleteAsync(last), sharing);
            last = await sharing;
            Assert.Equal(200, (await ada.GetAsync(last.FileUrl!)).Status);
        }

        Assert.Equal(bytes, (await ada.GetAsync(last.FileUrl!)).Bytes);
    }

    private async Task<(ChatClient Ada, string Room)> SetUpAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.CreateRoomAsync());
    }

    private Task GoneAsync(MessageJson shared) =>
        StoredBytes.UntilAsync(() => !app.HasBytes(shared.File!.Sha256), $"the bytes of {shared.FileName} are gone");

    private static byte[] NewBytes() => RandomNumberGenerator.GetBytes(1000);
}
