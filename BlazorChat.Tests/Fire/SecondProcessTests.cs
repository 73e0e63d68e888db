using BlazorChat.Load;
using BlazorChat.Load.Client;

namespace BlazorChat.Tests.Fire;

public sealed class SecondProcessTests
{
    [Fact]
    public async Task A_second_chat_on_the_same_data_is_refused_in_a_sentence_and_a_killed_one_is_in_nobodys_way()
    {
        await using var chat = new ChatProcess(ChatProcess.WithoutLimits);
        await chat.StartAsync();

        var (exitCode, error) = await chat.StartAnotherAsync();
        await chat.KillAsync();
        await chat.StartAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains(chat.Data, error, StringComparison.Ordinal);
        Assert.Contains("Chat:DataDirectory", error, StringComparison.Ordinal);
        Assert.Single(error.Trim().Split('\n'));
    }
}
