namespace BlazorChat.Tests.Admin;

public sealed class AdminPagesTests(ChatApp app) : IClassFixture<ChatApp>
{
    public static TheoryData<string> Pages { get; } =
        ["/admin", "/admin/people", "/admin/people/someone", "/admin/rooms", "/admin/rooms/general", "/admin/reports", "/admin/streams", "/admin/nodes", "/admin/settings", "/admin/audit"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Someone_who_is_not_signed_in_is_sent_to_the_sign_in_page(string page)
    {
        var answer = await new Browser(app).Client.GetAsync(page);

        Assert.Equal(302, answer.Status);
        Assert.Contains("/account/login", answer.Header("Location")!, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task For_everyone_else_there_is_no_such_page(string page)
    {
        var grace = await Browser.SignUpAsync(app, "grace");

        var answer = await grace.Client.GetAsync(page);
        var missing = await grace.Client.GetAsync("/no-such-page");

        Assert.Equal(404, answer.Status);
        Assert.Equal(Browser.Parse(missing).QuerySelector("main")!.TextContent, Browser.Parse(answer).QuerySelector("main")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_administrator_gets_every_page(string page)
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        await app.Admin.PatchAsync($"/chat/admin/users/{ada.Client.UserId}", new { role = "administrator" });

        var drawn = await ada.OpenAsync(page);

        Assert.NotNull(drawn.QuerySelector("#administration h1"));
    }

    [Fact]
    public async Task Only_administrators_are_shown_the_way_there()
    {
        var ada = await Browser.SignUpAsync(app, "ada");
        Assert.Null((await ada.OpenAsync("/room/general")).QuerySelector("a[href='admin']"));

        await app.Admin.PatchAsync($"/chat/admin/users/{ada.Client.UserId}", new { role = "administrator" });

        Assert.NotNull((await ada.OpenAsync("/room/general")).QuerySelector("a[href='admin']"));
    }
}
