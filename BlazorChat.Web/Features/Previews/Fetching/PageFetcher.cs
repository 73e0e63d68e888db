using System.Diagnostics.CodeAnalysis;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Features.Previews.Pictures;
using BlazorChat.Web.Outside;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.Previews.Fetching;

/// <summary>Fetches a page and its picture, and counts how often that went well.</summary>
public sealed partial class PageFetcher(
    PreviewPictures pictures, IOptions<LinkPreviewOptions> options, TimeProvider clock, ILogger<PageFetcher> logger) : IDisposable
{
    private const int MaxPageLength = 256 * 1024;
    private static readonly TimeSpan Time = TimeSpan.FromSeconds(5);

    private static readonly OutsideRequest Page = new(["text/html", "application/xhtml+xml"], MaxPageLength, TakesBeginning: true, Time) { IsEnough = EndsHead };

    private static readonly OutsideRequest Picture = new(["image/*"], PreviewPictures.MaxLength, TakesBeginning: false, Time);

    private readonly OutsideClient outside = new(options.Value.AllowPrivateNetworks, clock);
    private long fetched;
    private long failed;

    /// <summary>Pages of which there is a preview now.</summary>
    public long Fetched => Volatile.Read(ref fetched);

    /// <summary>Pages that could not be fetched, or say nothing of themselves.</summary>
    public long Failed => Volatile.Read(ref failed);

    /// <returns>Null if there is nothing to show.</returns>
    public async Task<PageSummary?> FetchAsync(LinkedPage page, CancellationToken ct)
    {
        var begun = clock.GetTimestamp();
        var address = new Uri(page.Url);
        var summary = await TryAsync(() => FetchAsync(address, ct), ct);
        Interlocked.Increment(ref summary is null ? ref failed : ref fetched);
        var outcome = summary is null ? "nothing to show" : summary.Picture is null ? "a title" : "a title and a picture";
        var (host, took) = (address.Host, (long)clock.GetElapsedTime(begun).TotalMilliseconds);
        Log.Ended(logger, host, outcome, took);
        return summary;
    }

    public void Dispose() => outside.Dispose();

    private async Task<PageSummary?> FetchAsync(Uri address, CancellationToken ct)
    {
        if (await outside.GetAsync(address, Page, ct) is not { } answer || PageHead.Read(answer.Bytes, answer.Charset) is not var (summary, picture))
            return null;
        return Uri.TryCreate(answer.Address, picture, out var at) && picture is not null
            ? summary with { Picture = await TryAsync(() => KeepPictureAsync(at, ct), ct) }
            : summary;
    }

    private async Task<PagePicture?> KeepPictureAsync(Uri address, CancellationToken ct) =>
        await outside.GetAsync(address, Picture, ct) is { } answer ? await pictures.KeepAsync(answer.Bytes, ct) : null;

    [SuppressMessage("Design", "CA1031", Justification = "Whatever is wrong with another's server, or with what it sends, means that there is no preview.")]
    private static async Task<T?> TryAsync<T>(Func<Task<T?>> fetch, CancellationToken ct) where T : class
    {
        try
        {
            return await fetch();
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    private static bool EndsHead(ReadOnlySpan<byte> page) => page.IndexOf("</head>"u8) >= 0 || page.IndexOf("</HEAD>"u8) >= 0;

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Preview of a page at {Host}: {Outcome}, after {Milliseconds} ms")]
        public static partial void Ended(ILogger logger, string host, string outcome, long milliseconds);
    }
}
