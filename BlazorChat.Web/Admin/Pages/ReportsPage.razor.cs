using BlazorChat.Web.Admin.Pages;
using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>All open reports.</summary>
public partial class ReportsPage
{
    private static readonly PageRequest Oldest = new(1, 200);

    private IReadOnlyList<AdminReportView> reports = [];
    private string? error;

    [Inject]
    private ReportQueue Queue { get; set; } = default!;

    protected override async Task ReadAsync()
    {
        if (await AskAsync() is null)
            return;
        reports = (await Queue.ListAsync(Oldest, CancellationToken.None)).Value.Reports;
        StateHasChanged();
    }

    private async Task DismissAsync(AdminReportView report)
    {
        if (await AskAsync() is not { } caller)
            return;
        error = (await Queue.DecideAsync(caller, report.Report.ReportId, "dismissed")).Refusal?.Detail;
        await ReadAsync();
    }

    private async Task DeleteAsync(AdminReportView report)
    {
        if (await ConfirmAsync(
            new("Delete this message?", "Its text disappears for everyone; a note that it was deleted stays.", "Delete message"),
            async (caller, _) => (await Queue.DecideAsync(caller, report.Report.ReportId, "deleted")).Refusal))
            await ReadAsync();
    }
}
