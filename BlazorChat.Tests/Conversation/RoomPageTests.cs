using Xunit;

namespace BlazorChat.Tests.Conversation;

public sealed class RoomPageTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_tab_that_nobody_registered_is_not_found()
    {
        var ada = await Browser.SignUpAsync(app, "ada");

        Assert.Equal(200, (await ada.Client.GetAsync("/room/general/files")).Status);
        Assert.Equal(404, (await ada.Client.GetAsync("/room/general/unheard-of")).Status);
    }
}
