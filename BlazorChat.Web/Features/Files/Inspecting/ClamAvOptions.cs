using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Files.Inspecting;

/// <summary><c>Chat:Files:ClamAv</c>: the virus scanner clamd. Without a host, nothing is scanned.</summary>
public sealed class ClamAvOptions
{
    public const string Section = "Files:ClamAv";

    public string? Host { get; init; }

    [Range(1, 65_535)]
    public int Port { get; init; } = 3310;

    /// <summary>How long it may neither read nor answer, in seconds.</summary>
    [Range(1, 3600)]
    public int TimeoutSeconds { get; init; } = 60;
}
