namespace BlazorChat.Tests.Nodes;

/// <summary>What only one may get, asked for at two nodes at once.</summary>
public sealed class RacesOverNodesTests(TwoNodes nodes) : IClassFixture<TwoNodes>
{
    [Fact]
    public async Task Two_last_administrators_who_demote_each_other_leave_one()
    {
        var keeper = nodes.A.Admin;
        for (var round = 0; round < 5; round++)
        {
            var (ada, grace) = (await nodes.A.SignUpAsync("ada"), await nodes.B.SignUpAsync("grace"));
            await SetRoleAsync(keeper, ada, "administrator");
            await SetRoleAsync(ada, grace, "administrator");
            await SetRoleAsync(ada, keeper, "member");

            var answers = await Task.WhenAll(TrySetRoleAsync(ada, grace, "member"), TrySetRoleAsync(grace, ada, "member"));

            var left = Assert.Single(new[] { ada, grace }.Where((_, n) => answers[n].Status == 200));
            await SetRoleAsync(left, keeper, "administrator");
            await SetRoleAsync(keeper, left, "member");
        }
    }

    [Fact]
    public async Task An_invite_for_one_lets_in_one()
    {
        var ada = await nodes.A.SignUpAsync("ada");
        for (var round = 0; round < 5; round++)
        {
            var room = await ada.CreatePrivateRoomAsync();
            var invite = await ada.PostAsync($"/chat/room/{room}/invites", new { max_uses = 1 });
            var code = invite["url"].GetString()!.Split('/')[^1];
            var (grace, linus) = (await nodes.A.SignUpAsync("grace"), await nodes.B.SignUpAsync("linus"));

            var answers = await Task.WhenAll(grace.PostAsync("/chat/invites/" + code), linus.PostAsync("/chat/invites/" + code));

            Assert.Single(answers, answer => answer.Status == 200);
            Assert.Single(answers, answer => answer.Status != 200);
            Assert.Equal(2, (await ada.GetAsync($"/chat/room/{room}/members"))["members"].GetArrayLength());
        }
    }

    private static Task<Reply> TrySetRoleAsync(ChatClient by, ChatClient whom, string role) =>
        by.PatchAsync($"/chat/admin/users/{whom.UserId}", new { role });

    private static async Task SetRoleAsync(ChatClient by, ChatClient whom, string role)
    {
        // The right may have been given at the other node a moment ago, and this one hears of it within a second.
        using var patience = Patience.Begin();
        while ((await TrySetRoleAsync(by, whom, role)).Status != 200)
            patience.Token.ThrowIfCancellationRequested();
    }
}
