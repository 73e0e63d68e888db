using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using BlazorChat.E2E.Hosting;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>A room with more members than its page shows.</summary>
public sealed class CrowdTests(Chat chat)
{
    [Fact]
    public async Task All_members_of_a_large_room_are_found_and_managed_from_a_dialog()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Crowd");
        var crowd = await JoinAsync(ada, room, 55);
        await ada.Page.ReloadAsync();
        await ada.Room.IsReadyAsync();
        var panel = ada.Page.Locator("#members");
        await Expect(panel.Locator(".member")).ToHaveCountAsync(50);
        await Expect(panel.Locator("[data-status=offline] .count")).ToHaveTextAsync("55");

        await panel.GetByRole(AriaRole.Button, new() { Name = "All 56 members" }).ClickAsync();
        var dialog = ada.Page.GetByRole(AriaRole.Dialog, new() { Name = "Members" });
        await dialog.GetByLabel("Find somebody").FillAsync(crowd[^1]);
        await Expect(dialog.Locator(".member")).ToHaveCountAsync(1);
        await dialog.GetByRole(AriaRole.Button, new() { Name = $"Manage {crowd[^1]}" }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Remove from room…", Exact = true }).ClickAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Remove from room", Exact = true }).ClickAsync();

        await Expect(dialog.Locator(".list-empty")).ToContainTextAsync(crowd[^1]);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(panel.Locator("[data-status=offline] .count")).ToHaveTextAsync("54");
    }

    [Fact]
    public async Task Who_is_not_in_the_list_is_managed_from_their_profile()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var zoe = await chat.SignUpAsync("zzz");
        var room = await ada.CreateRoomAsync("Crowd");
        await JoinAsync(ada, room, 55);
        await zoe.PostAsync(room, "I am the last of all.");
        await ada.OpenAsync(room);
        await ada.Room.IsReadyAsync();

        await ada.Room.Message("I am the last of all.").Locator(".byline .name").ClickAsync();
        await ada.Page.Locator(".profile-card").GetByRole(AriaRole.Button, new() { Name = "Manage…" }).ClickAsync();

        await Expect(ada.Page.GetByRole(AriaRole.Dialog, new() { NameRegex = new Regex("zzz") }).GetByText("Remove from room")).ToBeVisibleAsync();
    }

    // Names that stand before others in every list.
    private async Task<string[]> JoinAsync(Person owner, string room, int count)
    {
        var stamp = owner.Name[^4..].ToLowerInvariant();
        var names = Enumerable.Range(0, count).Select(i => $"aa{stamp}{i:00}").ToArray();
        using var http = new HttpClient { BaseAddress = chat.Server.Address };
        foreach (var username in names)
        {
            using var registered = await http.PostAsJsonAsync("/auth/register", new { username, password = Person.Password });
            var account = await registered.Content.ReadFromJsonAsync<JsonElement>();
            await owner.Api("PUT", $"/chat/room/{room}/members/{account.GetProperty("user_id").GetString()}", new { role = "member" });
        }
        return names;
    }
}
