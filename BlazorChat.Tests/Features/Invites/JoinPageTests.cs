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
    public async Task A_link_that_opens_nothing_is_not_found()
    {
        var grace = await Browser.SignUpAsync(app, "grace");

        Assert.Equal(404, (await grace.Client.GetAsync("/join/nonsense")).Status);
    }

    private async Task<string> LinkAsync()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        return "/join/" + (await ada.PostAsync($"/chat/room/{room}/invites", new { }))["code"].GetString();
    }
}
