using System.Data.Common;
using BlazorChat.Web.Data;
using BlazorChat.Web.Log;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Data;

public sealed class StandingStillTests
{
    [Fact]
    public async Task A_node_that_stands_still_while_it_writes_loses_its_turn_and_the_others_write_on()
    {
        await using var app = new ChatApp([], isOnPostgres: true);
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        await using var still = await LogConnection.OpenAsync(app.Services.GetRequiredService<IDbContextFactory<ChatDb>>(), TestContext.Current.CancellationToken);
        var head = await still.BeginAsync([], TestContext.Current.CancellationToken);

        await ada.SayAsync(room, "Does anybody wait?").InPatienceAsync();

        await Assert.ThrowsAnyAsync<DbException>(() => still.CommitAsync(head + 1, isMoved: true, TestContext.Current.CancellationToken));
    }
}
