namespace BlazorChat.Tests.Redis;

public sealed class SignInsOverNodesTests(SignInsOverNodesTests.Nodes nodes) : IClassFixture<SignInsOverNodesTests.Nodes>
{
    private const int SignIns = 8;
    private const int Registrations = 6;

    public sealed class Nodes() : RedisNodes(
        [("Chat:RateLimits:SignInsPerMinute", $"{SignIns}"), ("Chat:RateLimits:RegistrationsPerHour", $"{Registrations}")]);

    [Fact]
    public async Task Attempts_on_an_account_are_counted_over_all_nodes_and_at_each_while_Redis_is_away()
    {
        Assert.Equal(SignIns, await TriesAsync("nobody", nodes.A.Anonymous, nodes.B.Anonymous));

        await nodes.Redis.KillAsync();
        try
        {
            Assert.Equal(SignIns, await TriesAsync("nobody", nodes.A.Anonymous));
            Assert.Equal(SignIns, await TriesAsync("nobody", nodes.B.Anonymous));
        }
        finally
        {
            await nodes.Redis.StartAsync();
            await nodes.UntilHearingAsync();
        }
    }

    [Fact]
    public async Task New_accounts_from_one_address_are_counted_over_all_nodes()
    {
        var made = 0;
        while (await RegisterAsync(made % 2 == 0 ? nodes.A : nodes.B) is 201)
            made++;

        // The administrator was the first, and a Redis that was started again has forgotten that.
        Assert.InRange(made, Registrations - 1, Registrations);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_locked_at_all_nodes_as_an_account_would_be()
    {
        List<string?> codes = [];
        for (var n = 0; n < 6; n++)
            codes.Add((await TryAsync("noone", (n % 2 == 0 ? nodes.A : nodes.B).Anonymous)).Code);

        Assert.Equal([.. Enumerable.Repeat("wrong_credentials", 5), "locked_out"], codes);
    }

    // How often somebody may try, at these nodes in turn.
    private static async Task<int> TriesAsync(string name, params ChatClient[] at)
    {
        var tries = 0;
        while ((await TryAsync(name, at[tries % at.Length])).Status == 401)
            tries++;
        return tries;
    }

    private static Task<Reply> TryAsync(string username, ChatClient at) =>
        at.PostAsync("/auth/token", new { username, password = "wrong password" });

    private static async Task<int> RegisterAsync(ChatApp at) =>
        (await at.Anonymous.PostAsync("/auth/register", new { username = at.UniqueName("ada"), password = ChatApp.Password })).Status;
}
