using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class RoomFilesTests(Chat chat)
{
    [Fact]
    public async Task Files_are_found_by_kind_and_by_name()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await FillAsync(ada);
        var files = new RoomFilesPage(ada.Page);
        await files.OpenAsync();
        await Expect(files.Names).ToHaveTextAsync(["silence.wav", "notes.txt", "plan B.png", "plan A.png"]);

        await files.ChooseAsync("Images");
        await Expect(files.Names).ToHaveTextAsync(["plan B.png", "plan A.png"]);
        await files.SearchAsync("LAN a");
        await Expect(files.Names).ToHaveTextAsync(["plan A.png"]);
        await Expect(files.Search).ToBeFocusedAsync();
        await files.ChooseAsync("Audio");
        await Expect(files.Found).ToContainTextAsync("No audio called “LAN a”.");
        await files.ChooseAsync("All");
        await files.SearchAsync("");
        await Expect(files.Names).ToHaveCountAsync(4);
    }

    [Fact]
    public async Task A_file_leads_to_its_message_however_old()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Old");
        await ada.ShareAsync(room, Samples.Text("old.txt", "Old"), "The first of all");
        for (var n = 1; n <= 70; n++)
            await ada.PostAsync(room, $"message {n}");
        await ada.OpenAsync(room);
        await Expect(ada.Room.Message("The first of all")).ToHaveCountAsync(0);
        var files = new RoomFilesPage(ada.Page);
        await files.OpenAsync();

        await files.ShowInConversationAsync("old.txt");

        await Expect(ada.Room.Message("The first of all")).ToBeInViewportAsync();
        await Expect(ada.Files.Attachment("old.txt")).ToBeInViewportAsync();
    }

    [Fact]
    public async Task What_is_shared_and_deleted_meanwhile_comes_and_goes()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await FillAsync(ada);
        await grace.OpenAsync(room);
        var files = new RoomFilesPage(grace.Page);
        await files.OpenAsync();
        await grace.Room.IsReadyAsync();

        var message = await ada.ShareAsync(room, Samples.Text("secret.txt", "Secret"));
        await Expect(files.Names.First).ToHaveTextAsync("secret.txt");
        await ada.Api("DELETE", "/chat/messages/" + message);

        await Expect(files.Names).ToHaveTextAsync(["silence.wav", "notes.txt", "plan B.png", "plan A.png"]);
    }

    [Theory]
    [InlineData(1440, 900, false)]
    [InlineData(390, 844, true)]
    public async Task The_page_fits_the_screen_and_has_no_serious_violation(int width, int height, bool isDark)
    {
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(width, height, isDark));
        await ada.CreateRoomAsync("Empty");
        var files = new RoomFilesPage(ada.Page);
        await files.OpenAsync();
        await Expect(files.Found).ToHaveTextAsync("No files here yet. Drop one into the conversation.");
        await IsFineAsync(ada, width);
        var room = await FillAsync(ada);
        await ada.ShareAsync(room, Samples.Text(new string('W', 190) + ".txt", "Long"));
        await files.OpenAsync();
        await Expect(files.Names).ToHaveCountAsync(5);
        await IsFineAsync(ada, width);

        await files.Found.Locator("a.picture").First.ClickAsync();
        await Expect(ada.Files.Lightbox).ToContainTextAsync("plan B.png");
        await Expect(ada.Files.Lightbox).ToContainTextAsync("1 of 2");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Files.Lightbox).ToHaveCountAsync(0);
    }

    private static async Task<string> FillAsync(Person person)
    {
        var room = await person.CreateRoomAsync("Files");
        foreach (var file in new[]
        {
            await Samples.PictureAsync(person, "plan A.png", 400, 300), await Samples.PictureAsync(person, "plan B.png", 300, 400), Samples.Text("notes.txt", "Notes"),
            Samples.Sound("silence.wav"),
        })
            await person.ShareAsync(room, file);
        return room;
    }

    private static async Task IsFineAsync(Person person, int width)
    {
        await person.HasNoSeriousViolationAsync();
        Assert.Equal(width, await person.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }
}
