namespace BlazorChat.Tests.Features.Previews;

/// <summary>A chat that fetches previews, from a site on this machine.</summary>
public sealed class PreviewApp() : ChatApp(
    [("Chat:LinkPreviews:Enabled", "true"), ("Chat:LinkPreviews:AllowPrivateNetworks", "true"), ("Chat:PublicUrl", "http://chat.example.org")])
{
    public Site Site { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await Site.InitializeAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Site.DisposeAsync();
    }
}
