namespace BlazorChat.Web.Hosting;

/// <summary>Where the chat listens if nothing says where.</summary>
internal static class ListeningAddress
{
    private const string Default = "http://localhost:5080";

    // A default in appsettings.json would outrank the environment, and so what container images set.
    public static void UseDefaultAddress(this WebApplicationBuilder builder)
    {
        if (!IsConfigured(builder.Configuration))
            builder.WebHost.UseUrls(Default);
    }

    /// <summary>Whether one of the settings says it by which every ASP.NET Core program is told.</summary>
    internal static bool IsConfigured(IConfiguration configuration) =>
        new[] { WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey }
            .Any(key => !string.IsNullOrWhiteSpace(configuration[key]))
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();
}
