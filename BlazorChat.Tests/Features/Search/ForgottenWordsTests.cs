using System.Diagnostics;

namespace BlazorChat.Tests.Features.Search;

/// <summary>What is deleted or edited away is not in the file of the database either, once the index has had its time.</summary>
public sealed class ForgottenWordsTests : IAsyncLifetime
{
    private const string Deleted = "zqvxlabyrinthine";
    private const string Edited = "zqvyperambulator";
    private const string Kept = "zqvzhummingbirds";

    // In the index a word may lack letters that it shares with the one before it.
    private const int Shared = 4;

    private readonly DirectoryInfo data = Directory.CreateTempSubdirectory("blazorchat-forgotten-");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        data.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Deleted_words_leave_the_file()
    {
        await using var app = new ChatApp([], data.FullName, isOnPostgres: false);
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var (deleted, edited) = (await ada.SayAsync(room, Deleted), await ada.SayAsync(room, $"An {Edited}"));
        await ada.SayAsync(room, Kept);
        await app.UntilIndexedAsync();
        Assert.Equal((true, true, true), (await HoldsAsync(Deleted), await HoldsAsync(Edited), await HoldsAsync(Kept)));

        await ada.DeleteAsync(deleted);
        await ada.EditAsync(edited, "Nothing");
        await app.UntilIndexedAsync();
        using var patience = Patience.Begin();
        while (await HoldsAsync(Deleted) || await HoldsAsync(Edited))
            patience.Token.ThrowIfCancellationRequested();

        Assert.Equal(Kept, Assert.Single((await ada.SearchAsync(Kept)).Texts));
        Assert.Empty((await ada.SearchAsync(Deleted)).Results);
    }

    // By another process: this one would lose SQLite's locks when it closes the file.
    private async Task<bool> HoldsAsync(string word)
    {
        string[] files = [.. data.EnumerateFiles("chat.db*").Select(file => file.FullName)];
        using var grep = Process.Start("grep", ["-qaF", word[Shared..], .. files]);
        await grep.WaitForExitAsync(TestContext.Current.CancellationToken);
        return grep.ExitCode == 0;
    }
}
