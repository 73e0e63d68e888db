using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static BlazorChat.E2E.Hosting.Samples;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

public sealed class SeeingFilesTests(Chat chat)
{
    [Fact]
    public async Task Pictures_are_looked_through_by_keyboard()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Pictures");
        await ada.Files.ShareAsync(
            await PictureAsync(ada, "one.png"), await PictureAsync(ada, "two.jpg", 3000, 2000, "image/jpeg"), await PictureAsync(ada, "three.png", 40, 30));
        await Expect(ada.Files.Pictures).ToHaveCountAsync(3);
        var picture = ada.Files.Lightbox.GetByRole(AriaRole.Img);

        await ada.Files.Pictures.Nth(1).FocusAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Files.Lightbox).ToContainTextAsync("two.jpg 2 of 3");
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 3000);
        await ada.Page.Keyboard.PressAsync("+");
        await Expect(picture).ToHaveCSSAsync("transform", new System.Text.RegularExpressions.Regex(@"^matrix\(1\.5, 0, 0, 1\.5,"));
        await ada.Page.Keyboard.PressAsync("+");
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await ada.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(picture).ToHaveCSSAsync("transform", "matrix(2.25, 0, 0, 2.25, -80, -80)");
        await ada.Page.Keyboard.PressAsync("0");
        await Expect(picture).ToHaveCSSAsync("transform", "matrix(1, 0, 0, 1, 0, 0)");
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(ada.Files.Lightbox).ToContainTextAsync("three.png 3 of 3");
        await ada.Page.Keyboard.PressAsync("ArrowRight");
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        await ada.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(ada.Files.Lightbox).ToContainTextAsync("one.png 1 of 3");
        await Expect(ada.Files.Lightbox.GetByRole(AriaRole.Link, new() { Name = "Download one.png" })).ToHaveAttributeAsync("download", "one.png");
        await ada.Page.Keyboard.PressAsync("Escape");

        await Expect(ada.Files.Lightbox).ToHaveCountAsync(0);
        await Expect(ada.Files.Pictures.Nth(1)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_picture_is_enlarged_by_the_wheel_and_moved_by_the_mouse()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Wheel");
        await ada.Files.ShareAsync(await PictureAsync(ada, "one.png", 3000, 2000));
        await ada.Files.Pictures.ClickAsync();
        var picture = ada.Files.Lightbox.GetByRole(AriaRole.Img);
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 3000);
        var whole = (await picture.BoundingBoxAsync())!;

        await ada.Page.Mouse.MoveAsync(400, 400);
        await ada.Page.Mouse.WheelAsync(0, -400);
        await Expect(ada.Files.Lightbox.Locator(".stage.enlarged")).ToBeVisibleAsync();
        var large = (await picture.BoundingBoxAsync())!;
        await ada.Page.Mouse.DownAsync();
        await ada.Page.Mouse.MoveAsync(500, 450);
        await ada.Page.Mouse.UpAsync();
        var moved = (await picture.BoundingBoxAsync())!;

        Assert.Equal(2.7, large.Width / whole.Width, 0.1);
        // What was under the pointer still is.
        Assert.Equal((400 - whole.X) / whole.Width, (400 - large.X) / large.Width, 0.01);
        Assert.Equal((100, 50), ((int)Math.Round(moved.X - large.X), (int)Math.Round(moved.Y - large.Y)));
        await ada.Files.Lightbox.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(ada.Files.Lightbox).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task The_page_behind_an_open_picture_is_drawn_again_when_it_has_closed()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Behind");
        await ada.Files.ShareAsync(await PictureAsync(ada, "one.png"));
        await ada.Room.IsInteractiveAsync();
        await ada.Files.Pictures.ClickAsync();

        await ada.Api("PATCH", $"/chat/room/{room}", new { archived = true });
        await Expect(ada.Files.Lightbox.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Files.Lightbox).ToHaveCountAsync(0);
        await Expect(ada.Page.Locator("chat-composer .closed")).ToContainTextAsync("archived");
        await ada.Files.Pictures.ClickAsync();

        await Expect(ada.Files.Lightbox.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_picture_that_cannot_be_had_says_so_and_the_next_one_is_never_shown_as_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true; // the console reports the refusal itself
        await ada.CreateRoomAsync("Gone");
        await ada.Files.ShareAsync(await PictureAsync(ada, "one.png"), await PictureAsync(ada, "two.png"));
        await Expect(ada.Files.Pictures.Locator("img")).ToHaveCountAsync(2);
        await ada.Page.RouteAsync("**/one.png", route => route.AbortAsync());

        await ada.Files.Pictures.First.ClickAsync();
        await Expect(ada.Files.Lightbox).ToContainTextAsync("This picture cannot be loaded.");
        await ada.Page.Keyboard.PressAsync("ArrowRight");

        await Expect(ada.Files.Lightbox.GetByRole(AriaRole.Img)).ToHaveJSPropertyAsync("naturalWidth", 800);
        await Expect(ada.Files.Lightbox).Not.ToContainTextAsync("This picture cannot be loaded.");
    }

    [Fact]
    public async Task Nothing_moves_when_pictures_load()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace", new PersonOptions(390, 844));
        var room = await ada.CreateRoomAsync("Still");
        await ada.Files.ShareAsync(await PictureAsync(ada, "wide.png", 2400, 700), await PictureAsync(ada, "tall.png", 300, 900), await PictureAsync(ada, "small.png", 20, 20));
        await Expect(ada.Files.Pictures).ToHaveCountAsync(3);
        var loads = new TaskCompletionSource();
        await grace.Page.RouteAsync("**/thumbnail", async route =>
        {
            await loads.Task;
            await route.ContinueAsync();
        });

        await grace.OpenAsync(room);
        await Expect(grace.Files.Pictures).ToHaveCountAsync(3);
        await grace.Page.EvaluateAsync(
            "() => { globalThis.shifts = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => (shifts += entry.value))).observe({ type: 'layout-shift' }); }");
        var before = await BoxesAsync(grace);
        loads.SetResult();
        for (var i = 0; i < 3; i++)
            await Expect(grace.Files.Pictures.Nth(i).Locator("img")).Not.ToHaveJSPropertyAsync("naturalWidth", 0);

        Assert.Equal(before, await BoxesAsync(grace));
        Assert.Equal(0, await grace.Page.EvaluateAsync<double>("() => new Promise(done => requestAnimationFrame(() => setTimeout(() => done(shifts))))"));
    }

    [Fact]
    public async Task A_picture_whose_small_one_cannot_be_had_is_offered_as_a_file()
    {
        await using var ada = await chat.SignUpAsync("ada");
        ada.LosesConnection = true; // the console reports the failure itself
        await ada.CreateRoomAsync("Broken");
        await ada.Page.RouteAsync("**/thumbnail", route => route.AbortAsync());
        await ada.Files.ShareAsync(await PictureAsync(ada, "one.png"));

        await Expect(ada.Files.Attachment("one.png").Locator(".file-card")).ToContainTextAsync("one.png");
        await Expect(ada.Files.Pictures).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Names_and_contents_that_look_like_markup_do_nothing()
    {
        const string name = "<img src=x onerror=alert(1)>.html";
        await using var ada = await chat.SignUpAsync("ada");
        await ada.CreateRoomAsync("Markup");
        await ada.Files.ShareAsync(File(name, "<script>document.title = 'taken'</script>"u8.ToArray(), "text/html"));
        await Expect(ada.Files.Attachments).ToContainTextAsync(name);

        var download = await ada.Page.RunAndWaitForDownloadAsync(() => ada.Files.Attachments.Locator(".file-card").ClickAsync());
        Assert.EndsWith(".html", download.SuggestedFilename, StringComparison.Ordinal);
        await using var tab = new Tab(await ada.NewTabAsync());
        // Typed into the address bar, it is saved and not shown.
        var address = await ada.Files.Attachments.Locator("a").First.EvaluateAsync<string>("link => link.href");
        var saved = await tab.Page.RunAndWaitForDownloadAsync(() => tab.Page.EvaluateAsync("url => void (location.href = url)", address));
        Assert.NotNull(saved);
        Assert.DoesNotContain("taken", await ada.Page.TitleAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_plays_goes_on_while_others_react_to_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Playing");
        await grace.OpenAsync(room);
        await ada.Files.ShareAsync(Sound("voice.wav"));
        var player = grace.Files.Attachments.Locator("audio");
        await player.EvaluateAsync("audio => { audio.muted = true; audio.loop = true; return audio.play(); }");

        await ada.Api("POST", "/chat/reactions", new { message_id = await ada.Room.Messages.First.GetAttributeAsync("data-id"), reaction = "🎉" });
        await Expect(grace.Room.Messages.Locator(".reaction")).ToBeVisibleAsync();

        await Expect(player).ToHaveJSPropertyAsync("paused", false);
        await Expect(player).ToHaveJSPropertyAsync("loop", true);
    }

    [Fact]
    public async Task What_is_said_about_a_file_can_be_changed_and_taken_back_and_a_reply_names_the_file()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Captions");
        await grace.OpenAsync(room);
        await ada.Files.ChooseAsync(Text("report.txt"));
        await ada.Room.Composer.FillAsync("First darft");
        await ada.Files.Send.ClickAsync();
        await Expect(grace.Room.Message("First darft")).ToContainTextAsync("report.txt");

        await ada.Room.ActAsync("First darft", "edit");
        await ada.Page.GetByLabel("Edit message").FillAsync("");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(grace.Room.Messages.Locator(".edited")).ToBeVisibleAsync();
        await Expect(grace.Room.Message("First darft")).ToHaveCountAsync(0);
        await Expect(grace.Files.Attachment("report.txt")).ToBeVisibleAsync();
        await grace.Room.ActAsync("report.txt", "reply");
        await Expect(grace.Page.Locator("chat-composer .context")).ToContainTextAsync("report.txt");
        await grace.Room.SayAsync("Thanks");

        await Expect(ada.Room.Message("Thanks").Locator(".quote")).ToContainTextAsync("report.txt");
        await ada.Api("DELETE", $"/chat/messages/{await ada.Room.Messages.First.GetAttributeAsync("data-id")}");
        await Expect(grace.Files.Attachments).ToHaveCountAsync(0);
        await Expect(grace.Room.Message("Thanks").Locator(".quote")).ToContainTextAsync("message deleted");
    }

    private static Task<string> BoxesAsync(Person person) => person.Page.EvaluateAsync<string>(
        "() => JSON.stringify([...document.querySelectorAll('article.message, .picture')].map(one => one.getBoundingClientRect()))");

    private sealed class Tab(IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public async ValueTask DisposeAsync() => await page.CloseAsync();
    }
}
