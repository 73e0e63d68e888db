using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Web;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What happens to a file half of which is on the server: it goes there in pieces of 8 MiB.</summary>
public sealed class UploadTests(Chat chat) : IDisposable
{
    private const int Half = 8 * 1024 * 1024;
    private static readonly LocatorAssertionsToHaveCountOptions Patiently = new() { Timeout = 30_000 };

    private readonly DirectoryInfo disk = Directory.CreateTempSubdirectory("blazorchat-");

    [Fact]
    public async Task One_that_is_cancelled_leaves_nothing_and_hinders_nothing()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Cancel");
        await grace.OpenAsync(room);
        var secondHalf = await SendHalfAsync(ada, MadeFile.Random("film.bin", 2 * Half), "My film");
        var upload = new Uri(secondHalf.Request.Url).AbsolutePath;
        Assert.Equal(Half, (await StandsAsync(ada, upload)).Offset);

        await ada.Room.SayAsync("meanwhile");
        await Expect(grace.Room.Message("meanwhile")).ToBeVisibleAsync();
        await ada.Page.RunAndWaitForRequestFinishedAsync(
            () => ada.Room.Files.CancelAsync("film.bin"), new() { Predicate = request => request.Method == "DELETE" });

        await Expect(ada.Room.Files.Uploads).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToHaveValueAsync("My film"); // which was said for nothing
        Assert.Equal(404, (await StandsAsync(ada, upload)).Status);
        await ada.Room.SayAsync("afterwards");
        await Expect(grace.Room.Message("afterwards")).ToBeVisibleAsync();
        Assert.Equal(["meanwhile", "afterwards"], await grace.Room.TextsAsync());
    }

    [Fact]
    public async Task Without_a_network_it_waits_and_then_goes_on_from_where_it_stood()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = true;
        var file = MadeFile.Random("film.bin", 2 * Half);
        await grace.OpenAsync(await ada.CreateRoomAsync("Tunnel"));
        var offsets = OffsetsOf(ada);
        var secondHalf = await SendHalfAsync(ada, file);

        await ada.Context.SetOfflineAsync(true);
        await secondHalf.ContinueAsync();
        await Expect(ada.Room.Files.Uploads).ToContainTextAsync("Waiting for the connection…");
        await ada.Context.SetOfflineAsync(false);

        await ArrivesOnceAsync(ada, grace, file);
        WentOn(offsets);
    }

    [Fact]
    public async Task It_goes_on_when_the_server_was_killed_under_it_and_started_again()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = grace.LosesConnection = true;
        var file = MadeFile.Random("film.bin", 2 * Half);
        await grace.OpenAsync(await ada.CreateRoomAsync("Crash"));
        var offsets = OffsetsOf(ada);
        var secondHalf = await SendHalfAsync(ada, file);

        await chat.Server.KillAsync();
        try
        {
            await secondHalf.ContinueAsync();
            await Expect(ada.Room.Files.Uploads).ToContainTextAsync("Waiting for the connection…");
        }
        finally
        {
            await chat.Server.StartAsync();
        }

        await ArrivesOnceAsync(ada, grace, file);
        WentOn(offsets);
    }

    public void Dispose() => disk.Delete(recursive: true);

    /// <returns>The request that would bring the second half, held back. The first half is on the server.</returns>
    private async Task<IRoute> SendHalfAsync(Person person, MadeFile file, string text = "")
    {
        var held = new TaskCompletionSource<IRoute>(TaskCreationOptions.RunContinuationsAsynchronously);
        await person.Context.RouteAsync($"**/chat/uploads/*?offset={Half}", held.SetResult, new() { Times = 1 });
        await person.Room.Files.ChooseAsync(file, disk);
        await person.Room.SayAsync(text);
        return await held.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    private static async Task ArrivesOnceAsync(Person sender, Person reader, MadeFile file)
    {
        await Expect(reader.Room.Files.Shown).ToHaveCountAsync(1, Patiently);
        await Expect(sender.Room.Files.Uploads).ToHaveCountAsync(0);
        foreach (var person in new[] { sender, reader })
            await Expect(person.Room.Messages).ToHaveCountAsync(1, Patiently);
        var got = await reader.Context.APIRequest.GetAsync((await reader.Room.Files.Shown.Locator("a.file-card").GetAttributeAsync("href"))!);
        Assert.Equal(file.Sha256, Convert.ToHexStringLower(SHA256.HashData(await got.BodyAsync())));
    }

    // The first half went once. Whatever was asked for afterwards lies behind it.
    private static void WentOn(ConcurrentQueue<long> offsets)
    {
        Assert.Equal([0, Half], offsets.Take(2));
        Assert.NotEmpty(offsets.Skip(2));
        Assert.All(offsets.Skip(2), offset => Assert.InRange(offset, Half, 2 * Half));
    }

    private static ConcurrentQueue<long> OffsetsOf(Person person)
    {
        var offsets = new ConcurrentQueue<long>();
        person.Page.Request += (_, request) =>
        {
            if (OffsetOf(request) is { } offset)
                offsets.Enqueue(offset);
        };
        return offsets;
    }

    private static long? OffsetOf(IRequest request) =>
        request.Method == "PATCH" ? long.Parse(HttpUtility.ParseQueryString(new Uri(request.Url).Query)["offset"]!, null) : null;

    // Beside the page, whose console would complain of a refusal.
    private static async Task<(int Status, long? Offset)> StandsAsync(Person person, string upload)
    {
        var answer = await person.Context.APIRequest.GetAsync(upload);
        return (answer.Status, answer.Ok ? (await answer.JsonAsync())!.Value.GetProperty("offset").GetInt64() : null);
    }
}
