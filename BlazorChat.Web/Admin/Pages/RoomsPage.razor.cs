using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>All rooms except direct ones.</summary>
public partial class RoomsPage
{
    private MudTable<AdminRoomView>? table;
    private string text = "";
    private int direct;

    [Inject]
    private AdminRoomQueries Rooms { get; set; } = default!;

    private async Task<TableData<AdminRoomView>> LoadAsync(TableState shown, CancellationToken ct)
    {
        if (await AskAsync() is null)
            return new TableData<AdminRoomView> { Items = [] };
        var page = (await Rooms.ListAsync(new RoomsRequest { Q = text, Sort = SortOf(shown) }, PageOf(shown), ct)).Value;
        if (direct != page.DirectRooms)
        {
            direct = page.DirectRooms;
            StateHasChanged();
        }
        return new TableData<AdminRoomView> { Items = page.Rooms, TotalItems = page.Total };
    }

    private Task SearchAsync(string wanted)
    {
        text = wanted;
        return table!.ReloadServerData();
    }
}
