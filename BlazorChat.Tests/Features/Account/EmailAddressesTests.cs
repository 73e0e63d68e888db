using BlazorChat.Web.Features.Account;

namespace BlazorChat.Tests.Features.Account;

public sealed class EmailAddressesTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("ada@example.org")]
    [InlineData(" ada@example.org ", "ada@example.org")]
    [InlineData("ada.lovelace+chat@mail.example.org")]
    [InlineData("o'hara@example.org")]
    [InlineData("\"ada lovelace\"@example.org")]
    [InlineData("ada@xn--bcher-kva.example")]
    [InlineData("ada@bücher.example")]
    [InlineData("", null)]
    [InlineData("  ", null)]
    public void What_mail_can_be_sent_to_is_taken(string text, string? address = "as it is")
    {
        var parsed = EmailAddress.Parse(text);

        Assert.Null(parsed.Refusal);
        Assert.Equal(address == "as it is" ? text : address, parsed.Value);
    }

    public static TheoryData<string> NoAddresses =>
    [
        "a b@c.d", "ada", "ada@", "@example.org", "ada@@example.org", "Ada <ada@example.org>", "<ada@example.org>",
        "ada@example.org, bob@example.org", "friends: ada@example.org;", "ada(her)@example.org", "ada@example.org (her)",
        "\"ada@example.org", "ada\"@example.org", "\"a\"b\"@example.org", "ada@exam ple.org", "ada@example.org\r\nBcc: bob@example.org",
        "\"a\nb\"@example.org", "ada@[127.0.0.1", new string('a', 65) + "@example.org", "ada@" + new string('a', 250) + ".org",
    ];

    [Theory]
    [MemberData(nameof(NoAddresses))]
    public void What_is_none_or_more_than_one_is_refused(string text) => Assert.Equal("email", EmailAddress.Parse(text).Refusal?.Field);

    [Fact]
    public async Task Who_registers_or_changes_with_such_a_one_is_told_which_field_is_wrong()
    {
        var registered = await app.Anonymous.PostAsync(
            "/auth/register", new { username = app.UniqueName("ada"), email = "a b@c.d", password = ChatApp.Password });
        var browser = await Browser.SignUpAsync(app, "grace");
        var changed = await browser.SubmitAsync("/account/manage/email", "Change", ("Email", "a b@c.d"), ("Password", ChatApp.Password));

        Assert.Equal(400, registered.Status);
        Assert.Equal(1, registered["errors"].GetProperty("email").GetArrayLength());
        Assert.Contains("not an e-mail address", changed.Text, StringComparison.Ordinal);
    }
}
