using System.Text.RegularExpressions;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Files are chosen, sent and seen.</summary>
public sealed partial class FileTests(Chat chat)
{
    private const int MoreThanTheLimit = 30 * 1024 * 1024;

    [Fact]
    public async Task What_is_dropped_is_sent_with_its_caption_in_order_and_what_is_too_large_is_refused_at_once()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Drop");
        await grace.OpenAsync(room);

        await using var held = await ada.Room.Files.DragAsync(
            MadeFile.Picture("plan.png", 640, 480), new MadeFile("film.mov", "video/quicktime", []) { Zeros = MoreThanTheLimit }, MadeFile.Text("notes.txt", "Notes"));
        await Expect(ada.Room.Files.Overlay).ToContainTextAsync("Drop files to share them in #");
        await ada.Room.Files.DropAsync(held);
        await Expect(ada.Room.Files.Overlay).ToHaveCountAsync(0);
        await Expect(ada.Room.Notice).ToContainTextAsync("film.mov is too large: it has 30 MB, and a file may have up to 25 MB.");
        await Expect(ada.Room.Files.Previews.Locator(".file-name")).ToHaveTextAsync(["plan.png", "notes.txt"]);
        await ada.Room.SayAsync("The plan");

        await Expect(grace.Room.Files.Shown).ToHaveCountAsync(2);
        await Expect(ada.Room.Files.Uploads).ToHaveCountAsync(0);
        foreach (var person in new[] { ada, grace })
        {
            await Expect(person.Room.Messages).ToHaveCountAsync(2);
            Assert.Equal(["plan.png", "notes.txt"], await NamesAsync(person));
            Assert.Equal(["The plan", ""], await person.Room.TextsAsync());
        }
        await Expect(ada.Room.Files.Previews).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_pasted_picture_is_named_by_its_time_and_seen_small()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Paste");
        await grace.OpenAsync(room);

        await ada.Room.Files.PasteAsync(MadeFile.Picture("image.png", 320, 200));
        await Expect(ada.Room.Files.Previews.Locator(".file-name")).ToHaveTextAsync(PastedName());
        await Expect(ada.Room.Files.Previews.Locator(".drawn img")).ToBeVisibleAsync();
        await ada.Room.Files.SendAsync();

        await IsDrawnAsync(grace.Room.Files.Pictures.Locator("img"));
        Assert.Matches(PastedName(), Assert.Single(await NamesAsync(grace)));
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Names_are_text_and_no_name_is_too_long_for_its_place()
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(390, 844));
        await using var grace = await chat.SignUpAsync("grace");
        string[] names = ["<script>alert(1)</script>.txt", "<img src=x onerror=alert(1)>.txt", new string('W', 190) + ".txt"];
        foreach (var person in new[] { ada, grace })
            person.Page.Dialog += (_, dialog) => Assert.Fail("A script ran: " + dialog.Message);
        var room = await ada.CreateRoomAsync("Names");
        await grace.OpenAsync(room);

        await ada.Room.Files.ChooseAsync([.. names.Select(name => MadeFile.Text(name, "Text"))]);
        await Expect(ada.Room.Files.Previews).ToHaveCountAsync(3);
        await FitsAsync(ada);
        await Expect(ada.Room.Files.Previews.Locator(".file-name")).ToHaveTextAsync(names);
        await ada.Room.Files.SendAsync();

        foreach (var person in new[] { ada, grace })
        {
            await Expect(person.Room.Files.Shown).ToHaveCountAsync(3);
            // A name is no path: what stands before its last slash is not a part of it.
            string[] shown = ["script>.txt", names[1], names[2]];
            Assert.Equal(shown, await NamesAsync(person));
            Assert.Equal(shown, await person.Room.Files.Shown.Locator(".file-name").AllTextContentsAsync());
            Assert.Equal(0, await person.Page.Locator("script:text('alert'), [onerror]").CountAsync());
            await FitsAsync(person);
        }
    }

    [Fact]
    public async Task What_could_bring_its_own_script_is_offered_and_never_shown()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Active");

        await ada.Room.Files.ChooseAsync(
            MadeFile.Text("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9' onload='alert(1)'><rect width='9' height='9'/></svg>", "image/svg+xml"),
            MadeFile.Text("page.html", "<!doctype html><script>alert(1)</script>", "text/html"));
        await Expect(ada.Room.Files.Previews.Locator("img")).ToHaveCountAsync(0);
        await ada.Room.Files.SendAsync();

        foreach (var name in new[] { "drawing.svg", "page.html" })
        {
            await Expect(ada.Room.Files.Attachment(name).Locator("a.file-card[download]")).ToBeVisibleAsync();
            await Expect(ada.Room.Files.Attachment(name).Locator("img, iframe, object, embed")).ToHaveCountAsync(0);
            var file = await ada.Page.RunAndWaitForDownloadAsync(() => ada.Room.Files.Attachment(name).Locator("a.file-card").ClickAsync());
            Assert.Equal(name, file.SuggestedFilename);
        }
    }

    private static async Task<string[]> NamesAsync(Person person) =>
        await person.Room.Files.Shown.EvaluateAllAsync<string[]>("all => all.map(({ dataset }) => dataset.name)");

    private static async Task IsDrawnAsync(ILocator image) =>
        await image.EvaluateAsync("image => image.decode()");

    private static async Task FitsAsync(Person person) => Assert.Equal(
        await person.Page.EvaluateAsync<int>("innerWidth"), await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));

    [GeneratedRegex(@"^Pasted image \d{4}-\d\d-\d\d \d\d\.\d\d\.png$")]
    private static partial Regex PastedName();
}
