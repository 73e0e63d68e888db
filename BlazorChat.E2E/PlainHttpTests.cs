using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A chat in one's own network, without TLS: browsers keep much of what they can from such pages.</summary>
public sealed class PlainHttpTests(Chat chat)
{
    [Fact]
    public async Task Two_people_talk_and_share_a_file_without_TLS()
    {
        await using var ada = await chat.VisitAsync("ada", new PersonOptions(Host: Chat.ElsewhereHost));
        await using var grace = await chat.SignUpAsync("grace");
        await new AccountPage(ada.Page).RegisterAsync(ada.Name, Person.Password);
        await ada.Page.IsAtAsync("/room/");
        Assert.False(await ada.Page.EvaluateAsync<bool>("isSecureContext"));
        var room = await grace.CreateRoomAsync("Plain");
        await ada.OpenAsync(room);

        await ada.Room.SayAsync("No padlock here");
        await Expect(grace.Room.Message("No padlock here")).ToBeVisibleAsync();
        await grace.Room.SayAsync("And yet it comes");
        await Expect(ada.Room.Message("And yet it comes")).ToBeVisibleAsync();

        await ada.Files.ShareAsync(Samples.Text("plain.txt"));
        await Expect(grace.Files.Attachment("plain.txt")).ToBeVisibleAsync();
    }
}
