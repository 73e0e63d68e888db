using BlazorChat.Core;
using BlazorChat.Tests.Live;
using BlazorChat.Web.Data;
using BlazorChat.Web.Features.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Features.Messages;

/// <summary>The room is deleted after a message was changed, and before the answer is made.</summary>
public sealed class RoomGoneMeanwhileTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task An_edited_message_that_went_with_its_room_is_not_found()
    {
        var (ada, room) = await BeginAsync();
        var message = await ada.SayAsync(room, "First");

        var edited = await Deleting<MessageCommands>(ada, room).EditAsync(ada.AsCaller(), message.Id, "Second", TestContext.Current.CancellationToken);

        Assert.Equal(Refusal.NotFound, edited.Refusal);
    }

    [Fact]
    public async Task A_message_that_is_posted_again_and_went_with_its_room_is_not_found()
    {
        var (ada, room) = await BeginAsync();
        await ada.SayAsync(room, "First", clientId: "once");

        var again = await Deleting<PostCommands>(ada, room).PostAsync(
            ada.AsCaller(), new PostMessage(room, "First", "once", null), TestContext.Current.CancellationToken);

        Assert.Equal(Refusal.NotFound, again.Refusal);
    }

    private async Task<(ChatClient Ada, string Room)> BeginAsync()
    {
        var ada = await app.SignUpAsync("ada");
        return (ada, await ada.CreateRoomAsync());
    }

    private T Deleting<T>(ChatClient owner, string room) => ActivatorUtilities.CreateInstance<T>(
        app.Services, new Meanwhile(app.Services.GetRequiredService<IDbContextFactory<ChatDb>>(), () => owner.DeleteAsync($"/chat/room/{room}")));

    /// <summary>Something happens before anybody looks.</summary>
    private sealed class Meanwhile(IDbContextFactory<ChatDb> databases, Func<Task> act) : IDbContextFactory<ChatDb>
    {
        public ChatDb CreateDbContext() => throw new NotSupportedException();

        public async Task<ChatDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        {
            await act();
            return await databases.CreateDbContextAsync(cancellationToken);
        }
    }
}
