namespace BlazorChat.Tests.Features.Files.Inspecting;

/// <summary>A chat that has files scanned for viruses.</summary>
public sealed class InfectedTests(Clamd clamd) : IClassFixture<Clamd>
{
    [Fact]
    public async Task An_infected_file_is_refused_and_nothing_of_it_stays()
    {
        await using var app = new ChatApp(clamd.Settings);
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");
        var before = (await ada.HistoryAsync("general")).Messages.Length;

        var refused = await ada.TryShareAsync("general", "harmless.txt", Clamd.Virus);

        Assert.Equal((400, "infected"), (refused.Status, refused.Code));
        Assert.Contains(Clamd.Name, refused["detail"].GetString(), StringComparison.Ordinal);
        await StoredBytes.UntilAsync(() => app.AllBytes().Length == 0, "nothing is left in the folders");
        Assert.Equal(before, (await ada.HistoryAsync("general")).Messages.Length);
        Assert.Equal("fine", (await ada.GetAsync((await ada.ShareAsync("general", "fine.txt", "fine"u8.ToArray())).FileUrl!)).Text);
    }

    [Fact]
    public async Task An_infected_upload_is_over()
    {
        await using var app = new ChatApp(clamd.Settings);
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");
        var upload = (await ada.PostAsync("/chat/uploads", new { size = Clamd.Virus.Length }))["upload_id"].GetString()!;
        await ada.PatchAsync($"/chat/uploads/{upload}?offset=0", new ByteArrayContent(Clamd.Virus));

        var refused = await ada.PostAsync("/chat/files", new MultipartFormDataContent
        {
            { new StringContent("general"), "room_id" }, { new StringContent(upload), "upload_id" },
        });

        Assert.Equal((400, "infected"), (refused.Status, refused.Code));
        Assert.Equal(404, (await ada.GetAsync($"/chat/uploads/{upload}")).Status);
        await StoredBytes.UntilAsync(() => app.AllBytes().Length == 0, "nothing is left in the folders");
    }

    [Fact]
    public async Task While_the_scanner_is_down_files_are_refused_with_503_and_nothing_else_is()
    {
        await using var app = new ChatApp([("Chat:Files:ClamAv:Host", "127.0.0.1"), ("Chat:Files:ClamAv:Port", "1")]);
        await app.InitializeAsync();
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.TryShareAsync("general", "harmless.txt", "fine"u8.ToArray());

        Assert.Equal((503, "scanner_unavailable"), (refused.Status, refused.Code));
        Assert.NotNull(refused.Header("Retry-After"));
        await StoredBytes.UntilAsync(() => app.AllBytes().Length == 0, "nothing is left in the folders");
        Assert.Equal("Hello", (await ada.SayAsync("general", "Hello")).Text);
    }
}
