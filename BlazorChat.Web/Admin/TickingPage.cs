using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Admin;

/// <summary>A page with current numbers. It refreshes every two seconds while it is on a screen.</summary>
public abstract class TickingPage : AdminPage, IDisposable
{
    protected static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    private PeriodicTimer? timer;

    [Inject]
    private TimeProvider Clock { get; set; } = default!;

    public void Dispose()
    {
        timer?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>Reads what the page shows.</summary>
    protected abstract Task ReadAsync();

    protected override Task OnInitializedAsync() => ReadAsync();

    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
            _ = TickAsync(timer = new PeriodicTimer(Interval, Clock));
    }

    private async Task TickAsync(PeriodicTimer ticks)
    {
        try
        {
            while (await ticks.WaitForNextTickAsync())
                await InvokeAsync(ReadAsync);
        }
        catch (Exception failure) when (failure is not ObjectDisposedException)
        {
            await DispatchExceptionAsync(failure);
        }
    }
}
