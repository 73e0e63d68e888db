using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BlazorChat.Tests.Features.Invites;

public sealed class JoinPageTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_stranger_signs_in_first_and_comes_back()
    {
        var answer = await new Browser(app).Client.GetAsync(await LinkAsync());

        Assert.Equal(302, answer.Status);
        Assert.Contains("/account/login?ReturnUrl=%2Fjoin%2F", answer.Header("Location"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_the_door_a_stranger_is_told_that_an_invitation_waits()
    {
        var door = (await new Browser(app).Client.GetAsync(await LinkAsync())).Header("Location")!;

        foreach (var page in new[] { door, door.Replace("login", "register", StringComparison.Ordinal) })
            Assert.Contains("You are invited", (await new Browser(app).OpenAsync(page)).QuerySelector(".door-note")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await new Browser(app).OpenAsync("/account/login")).QuerySelector(".door-note"));
    }

    [Fact]
    public async Task The_page_says_who_invites_where_and_lets_in()
    {
        var link = await LinkAsync();
        var grace = await Browser.SignUpAsync(app, "grace");

        var page = await grace.OpenAsync(link);
        var form = page.Forms.Single();
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name]")
            .Select(input => KeyValuePair.Create(input.Name!, input.Value));
        var answer = await grace.Client.PostAsync(link, new FormUrlEncodedContent(hidden));

        Assert.Contains("Engine room", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("invites you to this private room", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(302, answer.Status);
        Assert.Equal(200, (await grace.Client.GetAsync(answer.Header("Location")!)).Status);
    }

    [Fact]
    public async Task A_link_that_opens_nothing_says_so()
    {
        var grace = await Browser.SignUpAsync(app, "grace");

        Assert.Equal(410, (await grace.Client.GetAsync("/join/nonsense")).Status);
    }

    [Fact]
    public async Task Joining_twice_by_a_link_for_one_leads_to_the_room_and_nobody_else_in()
    {
        var link = await LinkAsync(new { max_uses = 1 });
        var grace = await Browser.SignUpAsync(app, "grace");
        var linus = await Browser.SignUpAsync(app, "linus");
        var (hers, his) = (await FormAsync(grace, link), await FormAsync(linus, link));

        var first = await grace.Client.PostAsync(link, hers());
        var second = await grace.Client.PostAsync(link, hers());
        var late = await linus.Client.PostAsync(link, his());

        Assert.Equal(302, second.Status);
        Assert.Equal(first.Header("Location"), second.Header("Location"));
        foreach (var closed in new[] { late, await linus.Client.GetAsync(link) })
        {
            Assert.Equal(410, closed.Status);
            Assert.Contains("This link lets nobody in any more", closed.Text, StringComparison.Ordinal);
        }
    }

    private static async Task<Func<FormUrlEncodedContent>> FormAsync(Browser who, string link)
    {
        var fields = (await who.OpenAsync(link)).Forms.Single().QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name]")
            .Select(input => KeyValuePair.Create(input.Name!, input.Value)).ToArray();
        return () => new FormUrlEncodedContent(fields);
    }

    private async Task<string> LinkAsync(object? terms = null)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        return "/join/" + (await ada.PostAsync($"/chat/room/{room}/invites", terms ?? new { }))["code"].GetString();
    }
}
