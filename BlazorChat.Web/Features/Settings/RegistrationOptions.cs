namespace BlazorChat.Web.Features.Settings;

/// <summary>The settings of <c>Chat</c> about creating accounts.</summary>
public sealed class RegistrationOptions
{
    /// <summary>Whether people may create accounts by themselves. The first account can always be created.</summary>
    public RegistrationMode Registration { get; init; } = RegistrationMode.Open;
}

public enum RegistrationMode
{
    Open = 0,
    Closed = 1,
}
