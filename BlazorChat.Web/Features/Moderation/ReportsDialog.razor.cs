using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Islands;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Features.Moderation;

/// <summary>A room's reports, message by message, and the decisions about them.</summary>
public partial class ReportsDialog
{
    private const int ADay = 24 * 60 * 60;

    private readonly HashSet<string> muted = [];
    private IReadOnlyList<ReportView> reports = [];
    private ElementReference list;
    private bool isLoaded;
    private string? error;

    [Parameter, EditorRequired]
    public string RoomId { get; set; } = "";

    /// <summary>My user id.</summary>
    [Parameter, EditorRequired]
    public string Me { get; set; } = "";

    [Inject]
    private LiveModule Live { get; set; } = default!;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = default!;

    private string Address => $"/chat/room/{RoomId}";

    private IEnumerable<IGrouping<string, ReportView>> Groups => reports.GroupBy(report => report.Message.Id);

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();
        isLoaded = true;
    }

    private async Task LoadAsync()
    {
        var answer = await Live.RequestAsync(HttpMethod.Get, Address + "/reports");
        error ??= answer.Error;
        reports = answer.Read<ReportsPage>()?.Reports ?? reports;
    }

    private async Task DecideAsync(ReportView report, string outcome)
    {
        error = (await Live.RequestAsync(HttpMethod.Post, $"{Address}/reports/{report.ReportId}", new { outcome })).Error;
        await LoadAsync();
        // The button that had the focus was removed together with its report.
        await LiveModule.FocusAsync(list);
    }

    private async Task MuteAsync(MessageView message)
    {
        var answer = await Live.RequestAsync(
            HttpMethod.Put, $"{Address}/members/{Uri.EscapeDataString(message.UserId)}/silence", new { seconds = ADay });
        error = answer.Error;
        if (answer.IsSuccess)
            muted.Add(message.UserId);
    }

    private static string NameOf(MessageView message) => message.DisplayName ?? message.Username;
}
