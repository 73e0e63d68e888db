using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>The audit log, newest first.</summary>
public partial class AuditLogPage
{
    private static readonly (string Kind, string Title)[] Kinds =
    [
        ("", "Everything"), ("user.", "People"), ("room.", "Rooms"), ("member.", "Members"), ("message.", "Messages"), ("preview.", "Link previews"), ("report.", "Reports"), ("invite.", "Invites"), ("session.", "Sign-ins"),
        ("stream.", "Streams"), ("settings.", "Settings"),
    ];

    private MudTable<AuditView>? table;
    private string person = "";
    private string action = "";

    [Inject]
    private AuditQueries Audit { get; set; } = default!;

    private async Task<TableData<AuditView>> LoadAsync(TableState shown, CancellationToken ct)
    {
        if (await AskAsync() is null)
            return new TableData<AuditView> { Items = [] };
        var page = (await Audit.ListAsync(new AuditRequest { Person = person, Action = action }, PageOf(shown), ct)).Value;
        return new TableData<AuditView> { Items = page.Entries, TotalItems = page.Total };
    }

    private Task OfPersonAsync(string wanted)
    {
        person = wanted;
        return table!.ReloadServerData();
    }

    private Task OfKindAsync(string wanted)
    {
        action = wanted;
        return table!.ReloadServerData();
    }
}
