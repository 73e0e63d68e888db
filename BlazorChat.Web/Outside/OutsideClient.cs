using System.Net.Http.Headers;
using Microsoft.Security.AntiSSRF;

namespace BlazorChat.Web.Outside;

/// <summary>
/// Asks other hosts for what people linked to. Only public addresses are asked, whatever name they have: the name is looked up
/// once, what it leads to is checked, and just that is dialled, at each redirect.
/// </summary>
public sealed class OutsideClient : IDisposable
{
    private const int MostRedirects = 5;
    private const int MaxHeadersKilobytes = 32;
    private const int MostConnectionsPerHost = 2;

    private readonly HttpMessageInvoker http;
    private readonly bool allowsAnyPort;
    private readonly TimeProvider clock;

    /// <param name="allowsPrivate">Whether it may ask any host at any port, the own network included.</param>
    /// <param name="clock">By which answers are late.</param>
    public OutsideClient(bool allowsPrivate, TimeProvider clock) : this(PolicyOf(allowsPrivate), allowsPrivate, clock)
    {
    }

    /// <param name="also">Addresses that it may ask although they are not public, at any port.</param>
    /// <param name="clock">By which answers are late.</param>
    internal OutsideClient(string[] also, TimeProvider clock) : this(PolicyOf(allowsPrivate: false, also), allowsAnyPort: true, clock)
    {
    }

    private OutsideClient(AntiSSRFPolicy policy, bool allowsAnyPort, TimeProvider clock) =>
        (http, this.allowsAnyPort, this.clock) = (new HttpMessageInvoker(NewHandler(policy)), allowsAnyPort, clock);

    /// <summary>Asks for the beginning of a document.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="request">What is wanted of it.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <returns>Null if it is not there, is of another type, or may not be asked for.</returns>
    /// <exception cref="Exception">Of many kinds: there is no such host, it does not answer in time, or answers nonsense.</exception>
    public async Task<OutsideAnswer?> GetAsync(Uri address, OutsideRequest request, CancellationToken ct)
    {
        using var late = new CancellationTokenSource(request.Time, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ct);
        for (var redirects = 0; redirects <= MostRedirects && MayAsk(address); redirects++)
        {
            using var response = await http.SendAsync(Ask(address, request), stop.Token);
            if ((int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is { } location)
                address = new Uri(address, location);
            else
                return await ReadAsync(address, response, request, stop.Token);
        }
        return null;
    }

    public void Dispose() => http.Dispose();

    // What else than a web page would answer at another port is not for us to find out.
    private bool MayAsk(Uri address) => address is { Scheme: "http" or "https", UserInfo: "" } && (address.IsDefaultPort || allowsAnyPort);

    private static HttpRequestMessage Ask(Uri address, OutsideRequest request)
    {
        var asked = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var type in request.Types)
            asked.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(type));
        // What is not packed cannot grow when it is unpacked.
        asked.Headers.AcceptEncoding.ParseAdd("identity");
        asked.Headers.AcceptLanguage.ParseAdd("en, *;q=0.5");
        asked.Headers.UserAgent.ParseAdd("Mozilla/5.0 (compatible; BlazorChat link preview)");
        return asked;
    }

    private static async Task<OutsideAnswer?> ReadAsync(Uri address, HttpResponseMessage response, OutsideRequest request, CancellationToken ct)
    {
        var type = response.Content.Headers.ContentType;
        if (!response.IsSuccessStatusCode || type?.MediaType is not { } mediaType || response.Content.Headers.ContentEncoding.Any(encoding => encoding != "identity") ||
            !request.Types.Any(wanted => Fits(mediaType, wanted)))
            return null;
        await using var from = await response.Content.ReadAsStreamAsync(ct);
        var bytes = new MemoryStream();
        var piece = new byte[16 * 1024];
        while (bytes.Length <= request.MaxLength && await from.ReadAsync(piece, ct) is > 0 and var read)
        {
            bytes.Write(piece, 0, read);
            if (request.IsEnough?.Invoke(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)) == true)
                break;
        }
        if (bytes.Length > request.MaxLength && !request.TakesBeginning)
            return null;
        bytes.SetLength(Math.Min(bytes.Length, request.MaxLength));
        return new OutsideAnswer(address, type.CharSet?.Trim('"'), bytes.ToArray());
    }

    private static bool Fits(string type, string wanted) => wanted.EndsWith("/*", StringComparison.Ordinal)
        ? type.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase) : type.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static AntiSSRFPolicy PolicyOf(bool allowsPrivate, params string[] also)
    {
        var policy = new AntiSSRFPolicy(allowsPrivate ? PolicyConfigOptions.None : PolicyConfigOptions.ExternalOnlyLatest)
        {
            AllowPlainTextHttp = true,
            AddXFFHeader = false,
        };
        if (also.Length > 0)
            policy.AddAllowedAddresses(also);
        return policy;
    }

    private static AntiSSRFHandler NewHandler(AntiSSRFPolicy policy)
    {
        var handler = policy.GetHandler();
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.MaxResponseHeadersLength = MaxHeadersKilobytes;
        handler.MaxConnectionsPerServer = MostConnectionsPerHost;
        handler.ResponseDrainTimeout = TimeSpan.Zero;
        handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5);
        return handler;
    }
}

/// <param name="Types">The media types that are taken; <c>image/*</c> stands for all pictures.</param>
/// <param name="MaxLength">Bytes.</param>
/// <param name="TakesBeginning">Whether the beginning of something longer will do.</param>
/// <param name="Time">How long it may take, redirects included.</param>
public sealed record OutsideRequest(IReadOnlyList<string> Types, int MaxLength, bool TakesBeginning, TimeSpan Time)
{
    /// <summary>Whether what has come so far will do; null: all of it is wanted.</summary>
    public Func<ReadOnlySpan<byte>, bool>? IsEnough { get; init; }
}

/// <param name="Address">Where it was in the end.</param>
/// <param name="Charset">As its type names it.</param>
/// <param name="Bytes">What came.</param>
public sealed record OutsideAnswer(Uri Address, string? Charset, byte[] Bytes);
