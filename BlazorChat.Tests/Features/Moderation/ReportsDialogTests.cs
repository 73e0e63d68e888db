using BlazorChat.Web.Features.Moderation;
using Bunit;
using Microsoft.JSInterop;
using MudBlazor;

namespace BlazorChat.Tests.Features.Moderation;

public sealed class ReportsDialogTests : DialogTests
{
    [Fact]
    public async Task Shows_each_message_once_with_all_that_is_said_of_it()
    {
        ApiAnswer(200, new { reports = new[] { Report("1", "7", "grace", "Rude"), Report("2", "7", "joan", "Very rude"), Report("3", "8", "joan", "Spam") } });
        var dialog = await OpenAsync();

        Assert.Equal(2, dialog.FindAll(".report").Count);
        Assert.Equal(["grace: Rude", "joan: Very rude"], dialog.FindAll("[data-message='7'] .report-reason").Select(reason => reason.TextContent.Trim()));
    }

    [Fact]
    public async Task A_reported_text_cannot_be_markup()
    {
        ApiAnswer(200, new { reports = new[] { Report("1", "7", "grace", "<script>alert(1)</script>") } });

        Assert.Empty((await OpenAsync()).FindAll("script"));
    }

    [Theory]
    [InlineData("Dismiss", """{"outcome":"dismissed"}""")]
    [InlineData("Delete message", """{"outcome":"deleted"}""")]
    public async Task Decides(string button, string body)
    {
        ApiAnswer(200, new { reports = new[] { Report("1", "7", "grace", "Rude") } });
        var dialog = await OpenAsync();

        await dialog.FindAll(".report-acts button").Single(b => b.TextContent == button).ClickAsync(new());

        Assert.Equal(("POST", "/chat/room/general/reports/1", body), Assert.Single(Acts));
    }

    // The browser finds no list to put the focus on.
    [Fact]
    public async Task Closed_before_the_answer_came_it_ends_quietly()
    {
        ApiAnswer(200, new { reports = new[] { Report("1", "7", "grace", "Rude") } });
        JSInterop.SetupVoid("Blazor._internal.domWrapper.focus", _ => true)
            .SetException(new JSException("Unable to focus an invalid element."));
        var dialog = await OpenAsync();

        await dialog.FindAll(".report-acts button").Single(b => b.TextContent == "Dismiss").ClickAsync(new());

        Assert.Single(Acts);
    }

    [Fact]
    public async Task Mutes_the_author_for_a_day()
    {
        ApiAnswer(200, new { reports = new[] { Report("1", "7", "grace", "Rude") } });
        var dialog = await OpenAsync();

        await dialog.FindAll(".report-acts button").Single(b => b.TextContent == "Mute linus for a day").ClickAsync(new());

        Assert.Equal(("PUT", "/chat/room/general/members/id-linus/silence", """{"seconds":86400}"""), Assert.Single(Acts));
        Assert.Contains(dialog.FindAll(".report-acts button"), b => b.TextContent == "Muted linus for a day");
    }

    [Fact]
    public async Task Nobody_mutes_themselves()
    {
        ApiAnswer(200, new { reports = new[] { Report("1", "7", "grace", "Rude") } });

        Assert.DoesNotContain((await OpenAsync(me: "id-linus")).FindAll(".report-acts button"), b => b.TextContent.StartsWith("Mute", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_that_nothing_waits()
    {
        ApiAnswer(200, new { reports = Array.Empty<object>() });

        Assert.Contains("Nothing is reported", (await OpenAsync()).Find(".list-empty").TextContent, StringComparison.Ordinal);
    }

    private Task<IRenderedComponent<MudDialogProvider>> OpenAsync(string me = "id-me") => OpenAsync(new DialogParameters<ReportsDialog>
    {
        { dialog => dialog.RoomId, "general" }, { dialog => dialog.Me, me },
    });

    private static object Report(string id, string message, string reporter, string reason) => new
    {
        report_id = id,
        message = new
        {
            id = message,
            room_id = "general",
            number = 1,
            user_id = "id-linus",
            username = "linus",
            text = "Something <b>rude</b>",
            html = "",
            type = "text",
            timestamp = 0,
        },
        reporter = new { user_id = "id-" + reporter, username = reporter },
        reason,
        created_at = 0,
        state = "open",
    };
}
