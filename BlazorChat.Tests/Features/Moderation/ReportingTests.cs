using System.Text.Json;

namespace BlazorChat.Tests.Features.Moderation;

public sealed class ReportingTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task A_report_waits_for_the_rooms_moderators_with_message_reporter_and_reason()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        var message = await linus.SayAsync(room, "Something rude");

        Assert.Equal(204, (await ReportAsync(grace, message, "  Rude ")).Status);

        var report = Assert.Single(await OpenAsync(ada, room));
        Assert.Equal(("Rude", grace.UserId, grace.Username, "open", message.Id, "Something rude"), (
            report.GetProperty("reason").GetString(), report.GetProperty("reporter").GetProperty("user_id").GetString(),
            report.GetProperty("reporter").GetProperty("username").GetString(), report.GetProperty("state").GetString(),
            report.GetProperty("message").GetProperty("id").GetString(), report.GetProperty("message").GetProperty("text").GetString()));
    }

    [Fact]
    public async Task Reporting_again_changes_nothing()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        var message = await linus.SayAsync(room, "Something rude");

        await ReportAsync(grace, message, "First");
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => ReportAsync(grace, message, "Again")));

        Assert.All(answers, answer => Assert.Equal(204, answer.Status));
        Assert.Equal("First", Assert.Single(await OpenAsync(ada, room)).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task Nobody_reports_what_they_wrote_what_is_gone_or_what_they_cannot_see()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        var (kept, gone) = (await linus.SayAsync(room, "Kept"), await linus.SayAsync(room, "Gone"));
        await linus.DeleteAsync(gone);
        var hidden = await ada.SayAsync(await ada.CreatePrivateRoomAsync(), "Psst");

        Assert.Equal(403, (await ReportAsync(linus, kept, "Me")).Status);
        var late = await ReportAsync(grace, gone, "Late");
        Assert.Equal((409, "message_deleted"), (late.Status, late.Code));
        Assert.Equal(404, (await ReportAsync(grace, hidden, "What is it?")).Status);
        Assert.Equal(404, (await grace.PostAsync("/chat/messages/nonsense/report", new { reason = "What?" })).Status);
        Assert.Equal(["reason"], (await ReportAsync(grace, kept, " ")).Errors);
    }

    [Fact]
    public async Task The_queue_is_for_moderators()
    {
        var (_, grace, linus, room) = await RoomAsync();
        await ReportAsync(grace, await linus.SayAsync(room, "Something rude"), "Rude");

        Assert.Equal(403, (await grace.GetAsync($"/chat/room/{room}/reports")).Status);
        Assert.Equal(403, (await grace.PostAsync($"/chat/room/{room}/reports/1", new { outcome = "dismissed" })).Status);
    }

    [Fact]
    public async Task A_state_is_one_of_three()
    {
        var (ada, _, _, room) = await RoomAsync();

        Assert.Equal(["state"], (await ada.GetAsync($"/chat/room/{room}/reports?state=pending")).Errors);
    }

    [Fact]
    public async Task Deleting_for_a_report_deletes_the_message_and_answers_all_who_reported_it()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        var joan = await app.SignUpAsync("joan");
        var message = await linus.SayAsync(room, "Something rude");
        await ReportAsync(grace, message, "Rude");
        await ReportAsync(joan, message, "Very rude");

        Assert.Equal(204, (await DecideAsync(ada, room, (await OpenAsync(ada, room))[0], "deleted")).Status);

        Assert.Empty(await OpenAsync(ada, room));
        Assert.True(Assert.Single((await ada.HistoryAsync(room)).Messages).Deleted);
        Assert.Equal(2, (await ada.GetAsync($"/chat/room/{room}/reports?state=deleted"))["reports"].GetArrayLength());
    }

    [Fact]
    public async Task Dismissing_lets_the_message_stay()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        await ReportAsync(grace, await linus.SayAsync(room, "Something harmless"), "Rude");
        var report = (await OpenAsync(ada, room))[0];

        Assert.Equal(204, (await DecideAsync(ada, room, report, "dismissed")).Status);
        Assert.Equal(204, (await DecideAsync(ada, room, report, "dismissed")).Status);

        var late = await DecideAsync(ada, room, report, "deleted");
        Assert.Equal((409, "report_settled"), (late.Status, late.Code));
        Assert.Equal(["Something harmless"], (await ada.HistoryAsync(room)).Texts);
        Assert.Empty(await OpenAsync(ada, room));
    }

    [Fact]
    public async Task A_moderators_deletion_answers_the_reports_and_the_authors_does_not()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        var (first, second) = (await linus.SayAsync(room, "One"), await linus.SayAsync(room, "Two"));
        await ReportAsync(grace, first, "Rude");
        await ReportAsync(grace, second, "Rude");

        await ada.DeleteAsync(first);
        await linus.DeleteAsync(second);

        var left = Assert.Single(await OpenAsync(ada, room)).GetProperty("message");
        Assert.Equal((second.Id, true), (left.GetProperty("id").GetString(), left.GetProperty("deleted").GetBoolean()));
    }

    [Theory]
    [InlineData("ignored")]
    [InlineData(null)]
    public async Task An_outcome_is_one_of_two(string? outcome)
    {
        var (ada, grace, linus, room) = await RoomAsync();
        await ReportAsync(grace, await linus.SayAsync(room, "Something"), "Rude");

        Assert.Equal(["outcome"], (await DecideAsync(ada, room, (await OpenAsync(ada, room))[0], outcome)).Errors);
    }

    [Fact]
    public async Task Another_rooms_report_is_not_found()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        await ReportAsync(grace, await linus.SayAsync(room, "Something"), "Rude");
        var other = await ada.CreateRoomAsync();

        Assert.Equal(404, (await DecideAsync(ada, other, (await OpenAsync(ada, room))[0], "deleted")).Status);
    }

    [Fact]
    public async Task Moderators_hear_how_many_wait_and_nobody_else_does()
    {
        var (ada, grace, linus, room) = await RoomAsync();
        await using var adas = await ada.OpenStreamAsync();
        await using var graces = await grace.OpenStreamAsync();
        var message = await linus.SayAsync(room, "Something rude");

        await ReportAsync(grace, message, "Rude");
        var told = await adas.NextAsync("report");
        await DecideAsync(ada, room, (await OpenAsync(ada, room))[0], "dismissed");
        var settled = await adas.NextAsync("report");
        await ada.SayAsync(room, "A sign");

        Assert.Equal((room, 1, 0), (told["room_id"].GetString(), told["open"].GetInt32(), settled["open"].GetInt32()));
        Assert.NotNull(told.Id);
        Assert.DoesNotContain(await graces.UntilMessageAsync("A sign"), e => e.Name == "report");
    }

    private async Task<(ChatClient Ada, ChatClient Grace, ChatClient Linus, string Room)> RoomAsync()
    {
        var (ada, grace, linus) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"), await app.SignUpAsync("linus"));
        return (ada, grace, linus, await ada.CreateRoomAsync("public", grace, linus));
    }

    private static Task<Reply> ReportAsync(ChatClient who, MessageJson message, string reason) =>
        who.PostAsync($"/chat/messages/{message.Id}/report", new { reason });

    private static Task<Reply> DecideAsync(ChatClient who, string room, JsonElement report, string? outcome) =>
        who.PostAsync($"/chat/room/{room}/reports/{report.GetProperty("report_id").GetString()}", new { outcome });

    private static async Task<JsonElement[]> OpenAsync(ChatClient who, string room) =>
        [.. (await who.GetAsync($"/chat/room/{room}/reports"))["reports"].EnumerateArray()];
}
