namespace BlazorChat.Tests.Features.Account;

public sealed class ChatWithoutAccounts : ChatApp
{
    protected override bool HasAdmin => false;
}

public sealed class FirstAccountPageTests(ChatWithoutAccounts app) : IClassFixture<ChatWithoutAccounts>
{
    [Fact]
    public async Task Nobody_is_asked_to_sign_in_until_there_is_an_account()
    {
        var toTheDoor = await new Browser(app).Client.GetAsync("/account/login?ReturnUrl=%2Froom%2Fgeneral");
        Assert.Equal(302, toTheDoor.Status);
        Assert.EndsWith("/account/register?ReturnUrl=%2Froom%2Fgeneral", toTheDoor.Header("Location"), StringComparison.Ordinal);
        var page = await new Browser(app).OpenAsync("/account/register");
        Assert.Empty(page.QuerySelectorAll("a[href*='account/login']"));

        await new Browser(app).SubmitAsync("/account/register", "Input", ("Username", "ada"), ("Password", ChatApp.Password));

        Assert.Equal(200, (await new Browser(app).Client.GetAsync("/account/login")).Status);
        Assert.NotEmpty((await new Browser(app).OpenAsync("/account/register")).QuerySelectorAll("a[href*='account/login']"));
    }
}
