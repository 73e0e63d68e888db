using BlazorChat.Web.Admin.Pages;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>All accounts.</summary>
public partial class PeoplePage
{
    private MudTable<AccountView>? table;
    private string text = "";
    private string state = "";

    [Inject]
    private PeopleQueries People { get; set; } = default!;

    private async Task<TableData<AccountView>> LoadAsync(TableState shown, CancellationToken ct)
    {
        if (await AskAsync() is null)
            return new TableData<AccountView> { Items = [] };
        var request = state == "administrator"
            ? new PeopleRequest { Q = text, Role = state }
            : new PeopleRequest { Q = text, State = state };
        var page = await People.ListAsync(request with { Sort = SortOf(shown) }, PageOf(shown), ct);
        return new TableData<AccountView> { Items = page.Value.Users, TotalItems = page.Value.Total };
    }

    private Task SearchAsync(string wanted)
    {
        text = wanted;
        return table!.ReloadServerData();
    }

    private Task ShowAsync(string wanted)
    {
        state = wanted;
        return table!.ReloadServerData();
    }
}
