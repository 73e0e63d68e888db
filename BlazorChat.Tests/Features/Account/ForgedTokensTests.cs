using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using BlazorChat.Web.Data.Starting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BlazorChat.Tests.Features.Account;

public sealed class ForgedTokensTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly TimeSpan AnHour = TimeSpan.FromHours(1);

    [Fact]
    public async Task A_token_made_with_the_servers_own_key_is_good()
    {
        // Without this the others would prove nothing.
        Assert.Equal(200, await AskWithAsync(Forge(await app.SignUpAsync("ada"), TheKey, AnHour)));
    }

    [Fact]
    public async Task A_token_signed_with_another_key_is_refused()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(401, await AskWithAsync(Forge(ada, RandomNumberGenerator.GetBytes(64), AnHour)));
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        Assert.Equal(401, await AskWithAsync(Forge(await app.SignUpAsync("ada"), TheKey, TimeSpan.FromSeconds(-1))));
    }

    [Fact]
    public async Task A_token_that_does_not_count_yet_is_refused()
    {
        Assert.Equal(401, await AskWithAsync(Forge(await app.SignUpAsync("ada"), TheKey, TimeSpan.FromHours(3), inHours: 2)));
    }

    [Fact]
    public async Task A_token_signed_by_another_algorithm_is_refused()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(401, await AskWithAsync(Forge(ada, TheKey, AnHour, SecurityAlgorithms.HmacSha512)));
    }

    [Fact]
    public async Task A_token_of_another_program_is_refused()
    {
        Assert.Equal(401, await AskWithAsync(Forge(await app.SignUpAsync("ada"), TheKey, AnHour, issuer: "SomethingElse")));
    }

    [Fact]
    public async Task A_token_for_another_program_is_refused()
    {
        Assert.Equal(401, await AskWithAsync(Forge(await app.SignUpAsync("ada"), TheKey, AnHour, audience: "SomethingElse")));
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var parts = (await app.SignUpAsync("ada")).AccessToken.Split('.');
        var header = Base64Url.EncodeToString(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""));

        Assert.Equal(401, await AskWithAsync($"{header}.{parts[1]}."));
    }

    [Fact]
    public async Task A_token_whose_claims_were_altered_is_refused()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var (mine, hers) = (ada.AccessToken.Split('.'), grace.AccessToken.Split('.'));

        Assert.Equal(401, await AskWithAsync($"{mine[0]}.{hers[1]}.{mine[2]}"));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    public async Task Nonsense_is_refused(string token)
    {
        Assert.Equal(401, await AskWithAsync(token));
    }

    private byte[] TheKey => app.Services.GetRequiredService<Keys>().TokenKey;

    private async Task<int> AskWithAsync(string token) => (await app.Showing(token).GetAsync("/auth/me")).Status;

    private static string Forge(
        ChatClient whose, byte[] key, TimeSpan lasts, string algorithm = SecurityAlgorithms.HmacSha256, string issuer = "BlazorChat",
        string audience = "BlazorChat", int inHours = -2)
    {
        var real = new JsonWebToken(whose.AccessToken);
        var from = DateTime.UtcNow.AddHours(inHours);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = from,
            NotBefore = from,
            Expires = DateTime.UtcNow + lasts,
            Claims = new Dictionary<string, object> { ["sub"] = real.Subject, ["sid"] = real.GetClaim("sid").Value },
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key), algorithm),
        });
    }
}
