using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace BlazorChat.Load.Client;

/// <summary>Someone with an account, and how they talk to the chat.</summary>
internal sealed class LoadAccount : IDisposable
{
    public const string Password = "not much of a secret";

    private LoadAccount(Uri address, string name)
    {
        Name = name;
        Http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = Timeout.InfiniteTimeSpan })
        {
            BaseAddress = address,
            Timeout = TimeSpan.FromMinutes(5),
        };
    }

    public string Name { get; }

    public string UserId { get; private set; } = "";

    public HttpClient Http { get; }

    public static async Task<LoadAccount> SignUpAsync(Uri address, string name, CancellationToken ct)
    {
        var account = new LoadAccount(address, name);
        using var made = await account.Http.PostAsJsonAsync("/auth/register", new { username = name, password = Password }, ct);
        await ExpectAsync(made, HttpStatusCode.Created, ct);
        account.UserId = (await made.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("user_id").GetString()!;
        using var signedIn = await account.Http.PostAsJsonAsync("/auth/token", new { username = name, password = Password }, ct);
        await ExpectAsync(signedIn, HttpStatusCode.OK, ct);
        var tokens = await signedIn.Content.ReadFromJsonAsync<JsonElement>(ct);
        account.Http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", tokens.GetProperty("access_token").GetString());
        return account;
    }

    public async Task<string> CreateRoomAsync(string name, CancellationToken ct, string kind = "public")
    {
        using var made = await Http.PostAsJsonAsync("/chat/rooms", new { name, kind }, ct);
        await ExpectAsync(made, HttpStatusCode.Created, ct);
        return (await made.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("id").GetString()!;
    }

    public async Task SayAsync(string room, string text, CancellationToken ct)
    {
        using var said = await Http.PostAsJsonAsync("/chat/messages", new { room_id = room, message = text }, ct);
        await ExpectAsync(said, HttpStatusCode.Created, ct);
    }

    /// <returns>How many results a search has on its page.</returns>
    public async Task<int> CountAsync(string search, CancellationToken ct)
    {
        using var answer = await Http.GetAsync(search, ct);
        await ExpectAsync(answer, HttpStatusCode.OK, ct);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(ct)).GetProperty("results").GetArrayLength();
    }

    public void Dispose() => Http.Dispose();

    private static async Task ExpectAsync(HttpResponseMessage answer, HttpStatusCode expected, CancellationToken ct)
    {
        if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            throw new LoadException(
                "The chat refused to make or sign in that many accounts. Start it with Chat:RateLimits:RegistrationsPerHour, " +
                ":SignInsPerMinuteAndAddress, :MessagesPerSecond, :Burst and Chat:Limits:StreamsPerUser raised.");
        if (answer.StatusCode != expected)
            throw new LoadException($"{answer.RequestMessage!.RequestUri}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(ct)}");
    }
}

/// <summary>The test cannot go on, for a reason to be told.</summary>
internal sealed class LoadException(string message) : Exception(message);
