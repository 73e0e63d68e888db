using BlazorChat.Core;
using BlazorChat.Core.Users;
using BlazorChat.Web.Admin.Pages;
using Microsoft.AspNetCore.Components;
using MudBlazor;

namespace BlazorChat.Web.Admin.Pages;

/// <summary>Open streams and their sessions.</summary>
public partial class StreamsPage
{
    private IReadOnlyList<StreamView> streams = [];
    private MudTable<SessionView>? table;
    private string? error;

    [Inject]
    private ConnectionQueries Connections { get; set; } = default!;

    [Inject]
    private ConnectionCommands Keeper { get; set; } = default!;

    protected override async Task ReadAsync()
    {
        if (await AskAsync() is null)
            return;
        streams = (await Connections.StreamsAsync(waits: false, CancellationToken.None)).Streams;
        StateHasChanged();
    }

    private async Task<TableData<SessionView>> LoadSessionsAsync(TableState shown, CancellationToken ct)
    {
        if (await AskAsync() is null)
            return new TableData<SessionView> { Items = [] };
        var page = (await Connections.SessionsAsync(null, PageOf(shown), ct)).Value;
        return new TableData<SessionView> { Items = page.Sessions, TotalItems = page.Total };
    }

    private Task EndStreamAsync(StreamView stream) => DoAsync(caller => Keeper.EndStreamAsync(caller, stream.StreamId, CancellationToken.None));

    private async Task EndSessionAsync(SessionView session)
    {
        await DoAsync(caller => Keeper.EndSessionAsync(caller, session.SessionId));
        await table!.ReloadServerData();
    }

    private async Task DoAsync(Func<Caller, Task<Result<Done>>> act)
    {
        if (await AskAsync() is not { } caller)
            return;
        error = (await act(caller)).Refusal?.Detail;
        await ReadAsync();
    }
}
