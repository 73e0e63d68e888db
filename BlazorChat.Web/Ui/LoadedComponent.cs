using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Ui;

/// <summary>
/// A component of a static page that is first drawn when its data is there. Blazor would otherwise draw it once before, as
/// soon as the database takes a moment to answer.
/// </summary>
public abstract class LoadedComponent : ComponentBase
{
    private bool isLoaded;

    public override async Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!isLoaded)
            await LoadAsync();
        isLoaded = true;
        await base.SetParametersAsync(ParameterView.Empty);
    }

    /// <summary>Reads what the component shows. Its parameters are set.</summary>
    protected virtual Task LoadAsync() => Task.CompletedTask;
}
