namespace BlazorChat.Tests.Admin;

public sealed class LastAdministratorTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("demote")]
    [InlineData("deactivate")]
    [InlineData("ban")]
    public async Task Two_who_turn_on_each_other_at_once_leave_one(string act)
    {
        var keeper = app.Admin;
        for (var round = 0; round < 10; round++)
        {
            var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
            await PromoteAsync(keeper, ada);
            await PromoteAsync(ada, grace);
            // From here on there are two, and the keeper is none of them.
            Assert.Equal(200, (await ada.PatchAsync($"/chat/admin/users/{keeper.UserId}", new { role = "member" })).Status);

            var answers = await Task.WhenAll(TurnOnAsync(act, ada, grace), TurnOnAsync(act, grace, ada));

            var left = new[] { ada, grace }.Where((_, n) => answers[n].Status is 200 or 204).ToList();
            var winner = Assert.Single(left);
            Assert.Equal(200, (await winner.GetAsync("/chat/admin/users")).Status);
            await PromoteAsync(winner, keeper);
            Assert.Equal(200, (await keeper.PatchAsync($"/chat/admin/users/{winner.UserId}", new { role = "member" })).Status);
        }
    }

    [Fact]
    public async Task Two_who_step_down_at_once_leave_one()
    {
        var ada = await app.SignUpAsync("ada");
        await PromoteAsync(app.Admin, ada);

        var answers = await Task.WhenAll(
            ada.PatchAsync($"/chat/admin/users/{ada.UserId}", new { role = "member" }),
            app.Admin.PatchAsync($"/chat/admin/users/{app.Admin.UserId}", new { role = "member" }));

        Assert.Equal([200, 409], answers.Select(answer => answer.Status).Order());
        if (answers[1].Status == 200)
            await PromoteAsync(ada, app.Admin);
        else
            return;
        Assert.Equal(200, (await ada.PatchAsync($"/chat/admin/users/{ada.UserId}", new { role = "member" })).Status);
    }

    private static Task<Reply> TurnOnAsync(string act, ChatClient one, ChatClient other) => act switch
    {
        "demote" => one.PatchAsync($"/chat/admin/users/{other.UserId}", new { role = "member" }),
        "deactivate" => one.PatchAsync($"/chat/admin/users/{other.UserId}", new { deactivated = true }),
        _ => one.PostAsync($"/chat/admin/users/{other.UserId}/ban", new { reason = "They or I" }),
    };

    private static async Task PromoteAsync(ChatClient by, ChatClient whom) =>
        Assert.Equal(200, (await by.PatchAsync($"/chat/admin/users/{whom.UserId}", new { role = "administrator" })).Status);
}
