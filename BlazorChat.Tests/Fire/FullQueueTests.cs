using BlazorChat.Core;
using BlazorChat.Web.Log;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Fire;

[Collection(UnderFire.Name)]
public sealed class FullQueueTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task When_too_much_waits_to_be_saved_posts_are_refused_at_once_and_none_that_waited_is_lost()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        var log = app.Services.GetRequiredService<LogWriter>();
        TaskCompletionSource begun = new(), goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var slow = log.AppendAsync<Done>(async (_, _) =>
        {
            begun.SetResult();
            await goOn.Task;
            return default(Done);
        });
        await begun.Task;
        List<Task<Result<Done>>> waiting = [];
        Task<Result<Done>> last;
        while (!(last = log.AppendAsync((_, _) => Task.FromResult<Result<Done>>(default(Done)))).IsCompleted)
            waiting.Add(last);

        var refused = await ada.TrySayAsync(room, "One too many", clientId: "once");

        Assert.Equal(RefusalReason.Unavailable, (await last).Refusal?.Reason);
        Assert.Equal((503, "unavailable", "1"), (refused.Status, refused.Code, refused.Header("Retry-After")));
        goOn.SetResult();
        Assert.All(await Task.WhenAll([slow, .. waiting]), done => Assert.Null(done.Refusal));
        Assert.Equal(1, (await ada.SayAsync(room, "Now there is room", clientId: "once")).Number);
    }
}
