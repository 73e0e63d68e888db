namespace BlazorChat.Tests.Admin;

public sealed class ReportQueueTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_report_from_a_room_that_administrators_do_not_see_waits_for_them_with_its_message()
    {
        var (ada, _, room, message) = await ReportAsync();

        var waiting = await FindAsync(message);

        Assert.Equal("Rude", waiting.GetProperty("report").GetProperty("message").GetProperty("text").GetString());
        Assert.Equal(("Hurts", ada.Username, "Engine room"), (waiting.GetProperty("report").GetProperty("reason").GetString(),
            waiting.GetProperty("report").GetProperty("reporter").GetProperty("username").GetString(), waiting.GetProperty("room_name").GetString()));
        Assert.Equal(404, (await app.Admin.GetAsync($"/chat/room/{room}/history")).Status);
    }

    [Fact]
    public async Task An_administrator_deletes_what_was_reported_and_that_is_entered()
    {
        var (ada, grace, room, message) = await ReportAsync();
        var id = (await FindAsync(message)).GetProperty("report").GetProperty("report_id").GetString();

        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/reports/{id}", new { outcome = "deleted" })).Status);

        Assert.True((await ada.HistoryAsync(room)).Messages[^1].Deleted);
        var audit = await app.Admin.GetAsync($"/chat/admin/audit?person={grace.UserId}&action=message.delete");
        Assert.Equal(1, audit["total"].GetInt32());
    }

    [Fact]
    public async Task A_dismissed_report_waits_no_more_and_the_message_stays()
    {
        var (ada, _, room, message) = await ReportAsync();
        var id = (await FindAsync(message)).GetProperty("report").GetProperty("report_id").GetString();

        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/reports/{id}", new { outcome = "dismissed" })).Status);

        Assert.DoesNotContain(await WaitingAsync(), report => IsOf(report, message));
        Assert.Equal("Rude", (await ada.HistoryAsync(room)).Messages[^1].Text);
        Assert.Equal(400, (await app.Admin.PostAsync($"/chat/admin/reports/{id}", new { outcome = "burnt" })).Status);
    }

    [Fact]
    public async Task A_report_from_where_two_talk_alone_is_for_the_administrators_and_nobody_else()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.StartDirectAsync(grace);
        var message = await grace.SayAsync(room, "Rude");
        await using var reporter = await ada.OpenStreamAsync();
        await using var author = await grace.OpenStreamAsync();

        Assert.Equal(204, (await ada.PostAsync($"/chat/messages/{message.Id}/report", new { reason = "Hurts" })).Status);
        var waiting = await FindAsync(message);
        var id = waiting.GetProperty("report").GetProperty("report_id").GetString();

        Assert.Equal((null, "direct"), (waiting.GetProperty("room_name").GetString(), waiting.GetProperty("room_kind").GetString()));
        foreach (var one in new[] { ada, grace })
        {
            Assert.Equal(403, (await one.GetAsync($"/chat/room/{room}/reports")).Status);
            Assert.Equal(403, (await one.PostAsync($"/chat/room/{room}/reports/{id}", new { outcome = "dismissed" })).Status);
        }
        Assert.Equal(404, (await app.Admin.GetAsync($"/chat/room/{room}/reports")).Status);
        Assert.Equal(204, (await app.Admin.PostAsync($"/chat/admin/reports/{id}", new { outcome = "deleted" })).Status);
        foreach (var stream in new[] { reporter, author })
            Assert.DoesNotContain(await stream.UntilAsync(e => e.Name == "message_deleted"), e => e.Name == "report");
    }

    [Fact]
    public async Task That_an_administrator_entered_cannot_be_reported_away()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        await app.Admin.PostAsync($"/chat/admin/rooms/{room}/enter");
        var told = (await ada.HistoryAsync(room)).Messages[^1];

        Assert.Equal(403, (await ada.PostAsync($"/chat/messages/{told.Id}/report", new { reason = "Unwanted" })).Status);
    }

    [Fact]
    public async Task Others_see_no_queue()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(403, (await ada.GetAsync("/chat/admin/reports")).Status);
        Assert.Equal(403, (await ada.PostAsync("/chat/admin/reports/1", new { outcome = "deleted" })).Status);
    }

    private async Task<(ChatClient Reporter, ChatClient Author, string Room, MessageJson Message)> ReportAsync()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await ada.CreatePrivateRoomAsync(grace);
        var message = await grace.SayAsync(room, "Rude");
        Assert.Equal(204, (await ada.PostAsync($"/chat/messages/{message.Id}/report", new { reason = "Hurts" })).Status);
        return (ada, grace, room, message);
    }

    private async Task<System.Text.Json.JsonElement> FindAsync(MessageJson message) =>
        Assert.Single(await WaitingAsync(), report => IsOf(report, message));

    private async Task<IEnumerable<System.Text.Json.JsonElement>> WaitingAsync() =>
        (await app.Admin.GetAsync("/chat/admin/reports?limit=200"))["reports"].EnumerateArray();

    private static bool IsOf(System.Text.Json.JsonElement report, MessageJson message) =>
        report.GetProperty("report").GetProperty("message").GetProperty("id").GetString() == message.Id;
}
