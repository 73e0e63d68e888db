using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A person who is removed from a private room no longer has it on the screen or in their list.</summary>
public sealed class RemovedTests(Chat chat)
{
    [Fact]
    public async Task At_once()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var membership = await LookTogetherAsync(ada, grace);

        await ada.Api("DELETE", membership.Address);

        await IsElsewhereAsync(grace, membership.Room);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task At_once_on_a_page_without_a_circuit(bool isDeleted)
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true; // the page may just be asked for once more, and be gone: browsers report that
        var membership = await LookTogetherAsync(ada, grace, isInteractive: false);

        await ada.Api("DELETE", isDeleted ? "/chat/room/" + membership.Room : membership.Address);

        await IsElsewhereAsync(grace, membership.Room);
        var notice = grace.Page.Locator("#toast");
        await Expect(notice).ToContainTextAsync("You are no longer in “Secret");
        Assert.True(await notice.IsVisibleAsync(), "The page that took its place hid the notice.");
    }

    [Fact]
    public async Task From_a_public_room_one_may_go_on_reading_and_is_told()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Open");
        await ada.PostAsync(room, "Everybody may read this");
        await grace.PostAsync(room, "I join");
        await grace.OpenAsync(room);
        await grace.Room.IsReadyAsync();

        await ada.Api("DELETE", $"/chat/room/{room}/members/{await grace.UserIdAsync()}");

        await Expect(grace.Page.Locator("#toast")).ToContainTextAsync("You are no longer in “Open");
        await Expect(grace.Page.GetByRole(AriaRole.Button, new() { Name = "Join" })).ToBeVisibleAsync();
        await Expect(grace.Room.Message("Everybody may read this")).ToBeVisibleAsync();
        Assert.True(await grace.Page.Locator("#toast").IsVisibleAsync(), "The page that was drawn again hid the notice.");
    }

    [Theory]
    [InlineData("files")]
    [InlineData("pins")]
    public async Task From_its_other_pages_too(string tab)
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true;
        var membership = await LookTogetherAsync(ada, grace, isInteractive: false);
        await grace.Page.GotoAsync($"/room/{membership.Room}/{tab}");
        await grace.Room.IsReadyAsync();

        await ada.Api("DELETE", membership.Address);

        await IsElsewhereAsync(grace, membership.Room);
        await Expect(grace.Page.Locator("#toast")).ToContainTextAsync("You are no longer in “Secret");
    }

    [Fact]
    public async Task After_having_been_offline()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true;
        var membership = await LookTogetherAsync(ada, grace);

        await grace.Context.SetOfflineAsync(true);
        await Expect(grace.Room.Connection).ToBeVisibleAsync();
        await ada.Api("DELETE", membership.Address);
        await grace.Context.SetOfflineAsync(false);

        await IsElsewhereAsync(grace, membership.Room);
    }

    [Fact]
    public async Task Where_no_stream_gets_through()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        grace.LosesConnection = true;
        await grace.Context.RouteAsync("**/chat/events?**", route => route.AbortAsync());
        var membership = await LookTogetherAsync(ada, grace, "polling");

        await ada.Api("DELETE", membership.Address);

        await IsElsewhereAsync(grace, membership.Room);
    }

    private static async Task<Membership> LookTogetherAsync(Person owner, Person member, string state = "open", bool isInteractive = true)
    {
        var room = await owner.MakeRoomAsync("Secret", "private");
        var membership = new Membership(room, $"/chat/room/{room}/members/{await member.UserIdAsync()}");
        await owner.Api("PUT", membership.Address, new { role = "member" });
        await member.Page.GotoAsync("/room/" + room);
        await member.Room.IsReadyAsync(state);
        if (isInteractive)
            await member.Room.IsInteractiveAsync();
        await Expect(member.Room.Link(room)).ToHaveCountAsync(1);
        return membership;
    }

    private static async Task IsElsewhereAsync(Person person, string room)
    {
        await Expect(person.Page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex(room));
        await Expect(person.Room.Timeline).ToHaveAttributeAsync("data-room", "general");
        await Expect(person.Room.Link(room)).ToHaveCountAsync(0);
    }

    private sealed record Membership(string Room, string Address);
}
