using BlazorChat.E2E.Hosting;
using BlazorChat.Load.Client;
using BlazorChat.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>Two nodes of one chat behind nginx, as compose.yaml sets it: a browser stays on its node.</summary>
public sealed class TwoNodesTests(Chat chat)
{
    [Fact]
    public async Task Two_people_on_two_nodes_talk_on_when_one_node_is_killed_in_the_middle()
    {
        await using var postgres = await PostgresServer.StartAsync(isDurable: false);
        var settings = new Dictionary<string, string>(ChatProcess.WithoutLimits) { ["ConnectionStrings__Chat"] = postgres.ConnectionString("chat") };
        await postgres.RunSqlAsync("postgres", "CREATE DATABASE chat");
        await using ChatProcess one = new(settings), two = new(settings);
        await one.StartAsync();
        await two.StartAsync();
        var (nginx, there) = await Nginx.StartInFrontOfAsync("add_header X-Node $upstream_addr;", one.Address, two.Address);
        await using var stops = nginx;
        await using var ada = await chat.SignUpAsync("ada", new PersonOptions(Via: there));
        await using var grace = await chat.SignUpAsync("grace", new PersonOptions(Via: there));
        ada.LosesConnection = grace.LosesConnection = true;
        await SitAtAsync(ada, one, there);
        await SitAtAsync(grace, two, there);
        var room = await ada.CreateRoomAsync("Cluster");
        await grace.OpenAsync(room);
        await ada.Room.SayAsync("Are you on the other one?");
        await Expect(grace.Room.Message("Are you on the other one?")).ToBeVisibleAsync();
        await ada.Room.IsInteractiveAsync();
        await ada.Room.Composer.FillAsync("A draft");
        // A dialog that she opened holds a circuit on her node.
        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await ada.Page.EvaluateAsync("() => globalThis.sameDocument = true");

        await one.KillAsync();
        await grace.Room.SayAsync("Yours is gone");

        await Expect(ada.Room.Message("Yours is gone")).ToBeVisibleAsync();
        await Expect(ada.Room.Composer).ToHaveValueAsync("A draft");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ada.Room.SayAsync("And I am here");
        await Expect(grace.Room.Message("And I am here")).ToBeVisibleAsync();
        // Her next dialog comes from the other node.
        await ada.Page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        await ada.Room.CloseDialogAsync();
        Assert.True(await ada.Page.EvaluateAsync<bool>("() => globalThis.sameDocument"));
        Assert.Equal(await ada.Room.TextsAsync(), await grace.Room.TextsAsync());
    }

    // nginx chooses the node by its cookie: other cookies are tried until one leads there.
    private static async Task SitAtAsync(Person person, ChatProcess node, Uri there)
    {
        for (var n = 0; ; n++)
        {
            await person.Context.AddCookiesAsync([new() { Name = "chat_node", Value = $"{person.Name}-{n}", Url = there.ToString() }]);
            var answer = await person.Context.APIRequest.GetAsync("health/live");
            if (answer.Headers["x-node"] == node.Address.Authority)
                return;
        }
    }
}
