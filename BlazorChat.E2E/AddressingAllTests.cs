using System.Text.RegularExpressions;
using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary><c>@room</c> and <c>@here</c>: many people at once.</summary>
public sealed class AddressingAllTests(Chat chat)
{
    private static readonly Regex MentionsMe = new("mentions-me");

    [Fact]
    public async Task More_than_twenty_people_are_addressed_only_after_a_question()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Everybody", "private");
        await ada.Api("PUT", $"/chat/room/{room}/members/{await grace.UserIdAsync()}", new { role = "member" });
        await FillAsync(ada, room, 20);
        await grace.OpenAsync("general");

        await ada.Room.Composer.FillAsync("Lunch, @room");
        await ada.Room.Composer.PressAsync("Enter");
        var question = Question(ada);
        await Expect(question.GetByRole(AriaRole.Button, new() { Name = "Cancel" })).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(question).ToHaveCountAsync(0);
        await Expect(ada.Room.Composer).ToBeFocusedAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("Lunch, @room");
        await Expect(ada.Room.Messages).ToHaveCountAsync(0);

        await ada.Room.Composer.PressAsync("Enter");
        await question.GetByRole(AriaRole.Button, new() { Name = "Notify them" }).ClickAsync();

        await Expect(ada.Room.Message("Lunch").Locator(".mention")).ToHaveTextAsync("@room");
        await Expect(ada.Room.Composer).ToHaveValueAsync("");
        await Expect(grace.Room.Link(room).Locator(".badge")).ToContainTextAsync("@1");
        await grace.Room.Link(room).ClickAsync();
        await Expect(grace.Room.Message("Lunch")).ToHaveClassAsync(MentionsMe);
        await Expect(grace.Room.Message("Lunch").Locator(".mention")).ToHaveTextAsync("@room");
    }

    [Fact]
    public async Task The_caption_of_a_file_asks_too_and_keeps_the_file_until_the_answer()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Captions for all", "private");
        await ada.Api("PUT", $"/chat/room/{room}/members/{await grace.UserIdAsync()}", new { role = "member" });
        await FillAsync(ada, room, 20);
        await grace.OpenAsync(room);
        await ada.Files.ChooseAsync(Samples.Text("menu.txt"));

        await ada.Room.SayAsync("Choose, @room");
        await Question(ada).GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("Choose, @room");
        await Expect(ada.Files.Previews).ToContainTextAsync("menu.txt");
        await ada.Room.Composer.PressAsync("Enter");
        await Question(ada).GetByRole(AriaRole.Button, new() { Name = "Notify them" }).ClickAsync();

        var shared = grace.Room.Message("Choose");
        await Expect(shared.Locator(".file-card")).ToContainTextAsync("menu.txt");
        await Expect(shared).ToHaveClassAsync(MentionsMe);
        await Expect(ada.Room.Message("Choose").Locator(".mention")).ToHaveTextAsync("@room");
        await Expect(ada.Room.Message("Choose")).Not.ToHaveClassAsync(MentionsMe);
        await Expect(ada.Files.Previews).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_reply_asks_in_its_thread_and_brings_everyone_to_it()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Threads for all", "private");
        await ada.Api("PUT", $"/chat/room/{room}/members/{await grace.UserIdAsync()}", new { role = "member" });
        await FillAsync(ada, room, 20);
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("The plan");
        await Expect(grace.Room.Message("The plan")).ToBeVisibleAsync();
        var (mine, hers) = (new ThreadPanel(ada.Page), new ThreadPanel(grace.Page));
        await mine.BeginAsync("The plan");

        await mine.ReplyAsync("Read it, @room");
        var question = mine.Panel.GetByRole(AriaRole.Alertdialog, new() { Name = "This will notify 21 people." });
        await question.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(mine.Composer).ToBeFocusedAsync();
        await Expect(mine.Composer).ToHaveValueAsync("Read it, @room");
        await mine.Composer.PressAsync("Enter");
        await question.GetByRole(AriaRole.Button, new() { Name = "Notify them" }).ClickAsync();

        await Expect(mine.Replies.Locator(".mention")).ToHaveTextAsync("@room");
        await Expect(mine.Replies).Not.ToHaveClassAsync(MentionsMe);
        await Expect(hers.Link).ToContainTextAsync("@1");
        await hers.LineOf("The plan").ClickAsync();
        await Expect(hers.Replies).ToHaveClassAsync(MentionsMe);
        await Expect(hers.Panel.GetByRole(AriaRole.Button, new() { Name = "Following" })).ToBeVisibleAsync();
        await Expect(hers.Link.Locator(".badge")).ToBeHiddenAsync();
        await Expect(grace.Room.Messages).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task An_edit_asks_too()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Edited for all", "private");
        await FillAsync(ada, room, 21);
        await ada.Room.SayAsync("before");
        await Expect(ada.Page.Locator(".message[data-id]")).ToHaveCountAsync(1); // what is on its way cannot be edited
        await ada.Room.Composer.PressAsync("ArrowUp");
        var edit = ada.Page.Locator("form.edit");

        await edit.Locator("textarea").FillAsync("after, @room");
        await ada.Page.Keyboard.PressAsync("Enter");
        await edit.GetByRole(AriaRole.Button, new() { Name = "Notify them" }).ClickAsync();

        await Expect(ada.Room.Message("after").Locator(".mention")).ToHaveTextAsync("@room");
    }

    [Fact]
    public async Task Few_people_are_addressed_at_once_and_the_word_is_completed()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.CreateRoomAsync("Few", "private");
        await ada.Api("PUT", $"/chat/room/{room}/members/{await grace.UserIdAsync()}", new { role = "member" });
        await grace.OpenAsync("general");

        await ada.Room.Composer.PressSequentiallyAsync("@ro");
        await Expect(ada.Page.GetByRole(AriaRole.Option, new() { Name = "room" })).ToBeVisibleAsync();
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Room.Composer).ToHaveValueAsync("@room ");
        await ada.Page.Keyboard.PressAsync("Enter");

        await Expect(grace.Room.Link(room).Locator(".badge")).ToContainTextAsync("@1");
        await Expect(ada.Room.Messages.Locator(".mention")).ToHaveTextAsync("@room");
    }

    private static ILocator Question(Person person) =>
        person.Page.GetByRole(AriaRole.Alertdialog, new() { Name = "This will notify 21 people." });

    private static async Task FillAsync(Person owner, string room, int people)
    {
        var members = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => RegisterAsync(owner)));
        foreach (var member in members)
            await owner.Api("PUT", $"/chat/room/{room}/members/{member}", new { role = "member" });
    }

    private static async Task<string> RegisterAsync(Person owner) => (await owner.Api("POST", "/auth/register", new
    {
        username = $"member-{Guid.NewGuid().ToString("N")[..8]}",
        password = Person.Password,
    })).GetProperty("user_id").GetString()!;
}
