using System.Collections.Concurrent;
using System.Globalization;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static BlazorChat.E2E.Hosting.Samples;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Uploads of which the first half has arrived when something goes wrong.</summary>
[Collection(Alone.Name)]
public sealed class ResumedUploadTests(Chat chat)
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task After_the_network_was_lost_at_half_the_first_half_is_not_sent_again()
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: line.Address));
        await using var grace = await chat.SignUpAsync("grace");
        ada.LosesConnection = true;
        var room = await ada.CreateRoomAsync("Resumed");
        await grace.OpenAsync(room);
        var pieces = Pieces(ada);
        line.StickAfter(3 * MiB);
        await ShareHalfAsync(ada, line, Noise("large.bin", 6 * MiB));

        line.Cut();
        await Expect(ada.Files.Row("large.bin")).ToContainTextAsync("Waiting for the connection…");
        await ada.Room.Composer.FillAsync("The composer is free meanwhile");
        line.Mend();

        await Expect(grace.Files.Attachment("large.bin")).ToBeVisibleAsync();
        await Expect(ada.Files.Rows).ToHaveCountAsync(0);
        BeginAfterAThird(pieces);
    }

    [Fact]
    public async Task An_upload_goes_on_after_the_server_was_killed_and_started_again()
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: line.Address));
        ada.LosesConnection = true;
        await ada.CreateRoomAsync("Restarted");
        var pieces = Pieces(ada);
        line.StickAfter(3 * MiB);
        await ShareHalfAsync(ada, line, Noise("large.bin", 6 * MiB));

        await chat.Server.KillAsync();
        await chat.Server.StartAsync();
        line.Free();

        await Expect(ada.Files.Attachment("large.bin")).ToBeVisibleAsync();
        BeginAfterAThird(pieces);
    }

    // Not bytes are counted: a piece that came before the server had seen the old line break is sent twice.
    private static ConcurrentQueue<long> Pieces(Person person)
    {
        var offsets = new ConcurrentQueue<long>();
        person.Page.Request += (_, request) =>
        {
            if (request.Method == "PATCH" && request.Url.Contains("/chat/uploads/", StringComparison.Ordinal))
                offsets.Enqueue(long.Parse(request.Url[(request.Url.LastIndexOf('=') + 1)..], CultureInfo.InvariantCulture));
        };
        return offsets;
    }

    private static void BeginAfterAThird(IEnumerable<long> pieces)
    {
        Assert.Equal(0, pieces.First());
        var later = pieces.Skip(1).ToList();
        Assert.NotEmpty(later);
        Assert.All(later, offset => Assert.InRange(offset, 2 * MiB, 6 * MiB));
    }

    // What the line has carried may still lie unread on the server's side of it.
    private async Task ShareHalfAsync(Person person, Line line, FilePayload file)
    {
        var announced = await person.Page.RunAndWaitForResponseAsync(
            () => person.Files.ShareAsync(file), response => response.Url.EndsWith("/chat/uploads", StringComparison.Ordinal));
        var id = (await announced.JsonAsync())!.Value.GetProperty("upload_id").GetString()!;
        await line.IsStuckAsync();
        var arriving = new FileInfo(Path.Combine(chat.Server.Data, "uploads", id));
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (; !arriving.Exists || arriving.Length < file.Buffer.Length / 3; arriving.Refresh())
            await look.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
