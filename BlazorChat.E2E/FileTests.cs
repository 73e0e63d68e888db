using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static BlazorChat.E2E.Hosting.Samples;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class FileTests(Chat chat)
{
    private const int MiB = 1024 * 1024;

    [Fact]
    public async Task Three_files_are_dropped_one_is_too_large_and_the_others_reach_everyone_in_their_order()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Dropped");
        await grace.OpenAsync(room);

        await ada.Files.DragAsync(Text("any.txt"));
        await Expect(ada.Files.Overlay).ToContainTextAsync("Drop files to share them in #Dropped");
        await ada.Files.DropAsync(await PictureAsync(ada, "harbour.png"), Nothing("film.mp4", 26 * MiB), Text("notes.txt"));
        await Expect(ada.Files.Overlay).ToHaveCountAsync(0);
        await Expect(ada.Files.Previews).ToHaveCountAsync(2);
        await Expect(ada.Room.Notice).ToHaveTextAsync("film.mp4 is too large: it has 26 MB, and a file may have up to 25 MB.");
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("From this morning");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(grace.Files.Attachments).ToHaveCountAsync(2);
        await Expect(grace.Room.Messages.Nth(0)).ToContainTextAsync("From this morning");
        await Expect(grace.Room.Messages.Nth(0).Locator("img[alt='harbour.png']")).ToBeVisibleAsync();
        await Expect(grace.Room.Messages.Nth(1).Locator(".file-card")).ToContainTextAsync("notes.txt");
        await Expect(ada.Files.Rows).ToHaveCountAsync(0);
        await Expect(ada.Files.Previews).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_pasted_picture_is_named_by_the_time_and_can_be_taken_out_again()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Pasted");
        var picture = await PictureAsync(ada, "image.png");

        await ada.Files.PasteAsync(picture);
        await Expect(ada.Files.Previews).ToContainTextAsync("Pasted image 20");
        await Expect(ada.Files.Previews.Locator("img")).ToBeVisibleAsync();
        await ada.Files.Previews.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(ada.Files.Previews).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await Expect(ada.Files.Send).ToBeDisabledAsync();

        await ada.Files.PasteAsync(picture);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Files.Pictures.Locator("img")).ToHaveAttributeAsync("alt", new System.Text.RegularExpressions.Regex("^Pasted image .*png$"));
    }

    [Fact]
    public async Task What_is_cancelled_at_half_is_gone_everywhere_and_what_was_said_about_it_is_back()
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: line.Address));
        await ada.CreateRoomAsync("Cancelled");
        line.StickAfter(3 * MiB);
        await ada.Files.ChooseAsync(Noise("half.bin", 6 * MiB));
        await ada.Room.Composer.FillAsync("Never mind");
        await ada.Files.Send.ClickAsync();
        await line.IsStuckAsync();
        await Expect(ada.Files.Progress("half.bin")).Not.ToHaveAttributeAsync("aria-valuenow", "0");

        var deleted = await ada.Page.RunAndWaitForResponseAsync(
            () => ada.Files.Button("Cancel", "half.bin").ClickAsync(),
            response => response.Request.Method == "DELETE" && response.Url.Contains("/chat/uploads/", StringComparison.Ordinal));

        Assert.Equal(204, deleted.Status);
        await Expect(ada.Files.Rows).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToHaveValueAsync("Never mind");
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Message("Never mind")).ToBeVisibleAsync();
        Assert.Equal(1, await ada.Room.Messages.CountAsync());
    }

    [Fact]
    public async Task It_goes_on_while_one_looks_at_another_room_and_the_page_does_not_close_unasked()
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: line.Address));
        var other = await ada.CreateRoomAsync("Other");
        var room = await ada.CreateRoomAsync("First");
        await ada.Room.IsInteractiveAsync();
        line.StickAfter(3 * MiB);
        await ada.Files.ShareAsync(Noise("large.bin", 6 * MiB));
        await line.IsStuckAsync();

        await ada.Room.Link(other).ClickAsync();
        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", other);
        await Expect(ada.Files.Rows).ToHaveCountAsync(0);
        var asked = new TaskCompletionSource<string>();
        ada.Page.Dialog += async (_, dialog) =>
        {
            asked.TrySetResult(dialog.Type);
            await dialog.DismissAsync();
        };
        await ada.Page.EvaluateAsync("() => void setTimeout(() => location.reload())");
        Assert.Equal("beforeunload", await asked.Task.WithPatience());
        await ada.Room.Link(room).ClickAsync();
        await Expect(ada.Files.Row("large.bin")).ToBeVisibleAsync();
        line.Free();

        await Expect(ada.Files.Attachment("large.bin")).ToBeVisibleAsync();
        await Expect(ada.Files.Rows).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_is_refused_says_why_and_can_be_tried_again_or_removed()
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: line.Address));
        ada.LosesConnection = true; // the console reports the refusal itself
        var other = await ada.CreateRoomAsync("Elsewhere");
        var room = await ada.CreateRoomAsync("Archived");
        await ada.Room.IsInteractiveAsync();
        line.StickAfter(MiB);
        await ada.Files.ShareAsync(Noise("one.bin", 2 * MiB), Text("two.txt"));
        await line.IsStuckAsync();
        // By another browser: this one's requests may be behind what is stuck.
        await using var again = await chat.VisitAsync("ada");
        await Door.SignInAsync(again.Context, ada.Name);
        await again.Api("PATCH", $"/chat/room/{room}", new { archived = true });
        line.Free();

        await Expect(ada.Files.Row("one.bin")).ToContainTextAsync("Not sent. This room is archived");
        await Expect(ada.Files.Row("two.txt")).ToContainTextAsync("Not sent. This room is archived");
        await ada.HasNoSeriousViolationAsync();
        // Wherever one is.
        await ada.Room.Link(other).ClickAsync();
        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", other);
        await Expect(ada.Files.Row("two.txt in Archived")).ToContainTextAsync("Not sent. This room is archived");
        await again.Api("PATCH", $"/chat/room/{room}", new { archived = false });
        await ada.Room.Link(room).ClickAsync();
        await Expect(ada.Room.Timeline).ToHaveAttributeAsync("data-room", room);
        await ada.Files.Button("Remove", "two.txt").ClickAsync();
        await ada.Files.Button("Retry", "one.bin").ClickAsync();

        await Expect(ada.Files.Attachment("one.bin")).ToBeVisibleAsync();
        await Expect(ada.Files.Rows).ToHaveCountAsync(0);
        await Expect(ada.Files.Attachments).ToHaveCountAsync(1);
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(1440, 900, true)]
    [InlineData(390, 844, false)]
    [InlineData(390, 844, true)]
    public async Task Files_have_no_serious_violation_wherever_they_are_and_fit_a_phone(int width, int height, bool isDark)
    {
        await using var line = new Line(chat.Server.Address);
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(width, height, isDark, Via: line.Address));
        await ada.CreateRoomAsync("Accessible");
        await ada.Files.ChooseAsync(await PictureAsync(ada, "harbour.png", 1600, 900), Sound("voice.wav"), Text("a-very-long-name-that-does-not-fit-into-any-box-on-a-small-telephone.txt"));
        await ada.HasNoSeriousViolationAsync();
        await ada.Files.Send.ClickAsync();
        await Expect(ada.Files.Attachments).ToHaveCountAsync(3);
        await Expect(ada.Files.Attachments.Locator("audio")).ToBeVisibleAsync();
        line.StickAfter(MiB);
        await ada.Files.ShareAsync(Noise("large.bin", 4 * MiB));
        await line.IsStuckAsync();
        await Expect(ada.Files.Row("large.bin")).ToContainTextAsync("of 4 MB");
        await ada.HasNoSeriousViolationAsync();
        Assert.Equal(width, await ada.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        line.Free();

        await ada.Files.Pictures.First.ClickAsync();
        await Expect(ada.Files.Lightbox).ToBeVisibleAsync();
        await ada.HasNoSeriousViolationAsync();
        await ada.Page.GoBackAsync();
        await Expect(ada.Files.Lightbox).ToHaveCountAsync(0);
        await Expect(ada.Room.Timeline).ToBeVisibleAsync();
    }
}
