using System.Text;
using BlazorChat.Tests.Safety;
using BlazorChat.Tests.Support.OpenApi;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Operations.OpenApi;

public sealed class OneAtATimeApp() : ChatApp(
[
    ("Chat:RateLimits:MessagesPerSecond", "1"), ("Chat:RateLimits:Burst", "1"), ("Chat:Limits:StreamsPerUser", "1"),
    ("Chat:RateLimits:SignInsPerMinute", "1"), ("Chat:RateLimits:SignInsPerMinuteAndAddress", "3"), ("Chat:RateLimits:RegistrationsPerHour", "3"),
]);

/// <summary>
/// What the OpenAPI document says of all operations alike is so: each status is answered where it is documented, and nowhere else.
/// That what is answered is documented is looked at in every test (<see cref="Documented"/>).
/// </summary>
public sealed class RefusalTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const int TooMuch = 64 * 1024 + 1;

    [Fact]
    public async Task Someone_who_is_not_signed_in_is_told_so_where_the_document_says_it()
    {
        var nobody = app.Anonymous;

        await AssertAsync(401, operation => operation.NeedsSignIn, operation => nobody.SendAsync(Request(operation)));
    }

    [Fact]
    public async Task A_page_elsewhere_can_change_nothing_by_cookie()
    {
        var ada = (await Browser.SignUpAsync(app, "ada")).Client;
        ada.Http.DefaultRequestHeaders.Remove("Sec-Fetch-Site");
        ada.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");

        await AssertAsync(403, IsUnsafe, operation => ada.SendAsync(Request(operation)), operation => IsUnsafe(operation));
    }

    [Fact]
    public async Task A_body_that_is_none_or_of_another_type_or_too_large_is_refused()
    {
        var admin = app.Admin;

        await AssertAsync(400, IsOfJson, operation => admin.SendAsync(Request(operation, Json("{"))), IsOfJson);
        await AssertAsync(415, IsOfJson, operation => admin.SendAsync(Request(operation, new StringContent("{}", Encoding.UTF8, "text/csv"))), IsOfJson);
        await AssertAsync(413, IsOfJson, operation => admin.SendAsync(Request(operation, Json(new string(' ', TooMuch)))), IsOfJson);
    }

    [Fact]
    public async Task Someone_who_is_too_fast_has_to_wait()
    {
        await using var slow = new OneAtATimeApp();
        await slow.InitializeAsync();
        await using var stream = await slow.Admin.OpenStreamAsync();

        await AssertAsync(429, operation => operation.Statuses.Contains(429), async operation =>
        {
            // All at once: one more is let in with each second that it takes.
            var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => slow.Admin.SendAsync(Request(operation, Body(operation)))));
            return replies.FirstOrDefault(reply => reply.Status == 429) ?? replies[^1];
        }, operation => operation.Statuses.Contains(429));
    }

    [Fact]
    public async Task While_the_database_is_of_no_use_that_is_said()
    {
        await using var broken = new BrokenApp();
        await broken.InitializeAsync();
        await broken.BreakAsync();

        await AssertAsync(
            503, operation => operation.Statuses.Contains(503),
            operation => broken.Admin.SendAsync(Request(operation, operation.Path switch
            {
                "/auth/me/avatar" or "/chat/emoji/{name}" when operation.HasBody => new ByteArrayContent(Stage.Pixel),
                "/chat/files" => Sharing.Form("general", "pixel.png", Stage.Pixel),
                _ => Body(operation),
            })),
            // One looks at the device's answer first, one has no stream to end, and one nothing to look for.
            operation => operation.Route is not ("POST /auth/passkeys" or "DELETE /chat/admin/streams/{}" or "GET /chat/search"));
    }

    // What some request or other needs. None looks at what it does not know.
    private const string Anything =
        """
        {
            "username": "somebody", "password": "not the right one", "refresh_token": "5c2e9a.none", "code": "000000", "name": "Engine", "kind": "public", "scope": "read",
            "room_id": "general", "message": "Hello", "message_id": "1", "user_id": "none", "reaction": "👍", "is_typing": true, "status": "away", "role": "member",
            "seconds": 60, "reason": "Rude", "outcome": "dismissed", "size": 3, "credential": {}, "archived": true, "topic": "Steam", "sound": "none", "text": "Begun"
        }
        """;

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private static StringContent? Body(Operation operation) => operation.HasBody
        ? new StringContent(Anything, Encoding.UTF8, operation.Element.GetProperty("requestBody").GetProperty("content").EnumerateObject().First().Name)
        : null;

    private static bool IsOfJson(Operation operation) => operation.TakesJson;

    private static bool IsUnsafe(Operation operation) => operation.Method is not ("GET" or "HEAD");

    /// <summary>Asks every operation, and compares who answers so with what is documented.</summary>
    /// <param name="status">The status.</param>
    /// <param name="isExpected">Which operations answer so.</param>
    /// <param name="askAsync">Asks one.</param>
    /// <param name="isAsked">Those that are asked at all, where others would do something.</param>
    private async Task AssertAsync(int status, Func<Operation, bool> isExpected, Func<Operation, Task<Reply>> askAsync, Func<Operation, bool>? isAsked = null)
    {
        var document = await InterfaceDocument.OfAsync(app.Address, TestContext.Current.CancellationToken);
        List<string> others = [];
        foreach (var operation in document.Operations.Where(operation => isAsked?.Invoke(operation) != false))
            if ((await askAsync(operation)).Status is var answered && (answered == status) != isExpected(operation))
                others.Add($"{operation.Route} answered {answered}");
        Assert.True(others.Count == 0, $"{status} is answered elsewhere than the document says:\n{string.Join('\n', others)}");
        Assert.Equal([], document.Operations.Where(operation => isExpected(operation) && !operation.Statuses.Contains(status)).Select(operation => operation.Route));
    }

    private static HttpRequestMessage Request(Operation operation, HttpContent? body = null) =>
        new(new HttpMethod(operation.Method), operation.Path.Replace("{room_id}", "general", StringComparison.Ordinal).Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal)) { Content = body };

    /// <summary>A chat whose database has lost its tables.</summary>
    private sealed class BrokenApp() : ChatApp([], isOnPostgres: false)
    {
        public async Task BreakAsync()
        {
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "chat.db")};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'message\\_search\\__%' ESCAPE '\\'";
            List<string> tables = [];
            await using (var reader = await command.ExecuteReaderAsync())
                while (await reader.ReadAsync())
                    tables.Add(reader.GetString(0));
            command.CommandText = string.Concat(tables.Select(table => $"ALTER TABLE \"{table}\" RENAME TO \"was_{table}\";"));
            await command.ExecuteNonQueryAsync();
        }
    }
}
