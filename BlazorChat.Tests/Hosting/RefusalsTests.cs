using System.Net.Http.Headers;
using System.Text;

namespace BlazorChat.Tests.Hosting;

/// <summary>What every endpoint refuses in the same way.</summary>
public sealed class RefusalsTests(ChatApp app) : IClassFixture<ChatApp>
{
    public static TheoryData<string, string> SignedInOnly => new()
    {
        { "GET", "/auth/me" },
        { "POST", "/auth/revoke" },
        { "GET", "/auth/sessions" },
        { "DELETE", "/auth/sessions" },
        { "DELETE", "/auth/sessions/some" },
        { "GET", "/auth/tokens" },
        { "POST", "/auth/tokens" },
        { "DELETE", "/auth/tokens/some" },
        { "GET", "/auth/two-factor" },
        { "POST", "/auth/two-factor" },
        { "POST", "/auth/two-factor/setup" },
        { "POST", "/auth/two-factor/off" },
        { "POST", "/auth/two-factor/recovery-codes" },
        { "GET", "/auth/passkeys" },
        { "POST", "/auth/passkeys" },
        { "POST", "/auth/passkeys/creation-options" },
        { "PATCH", "/auth/passkeys/some" },
        { "DELETE", "/auth/passkeys/some" },
        { "GET", "/chat/users" },
        { "GET", "/chat/rooms" },
        { "POST", "/chat/rooms" },
        { "GET", "/chat/room/general" },
        { "PATCH", "/chat/room/general" },
        { "DELETE", "/chat/room/general" },
        { "POST", "/chat/room/general/join" },
        { "POST", "/chat/room/general/leave" },
        { "GET", "/chat/room/general/members" },
        { "PUT", "/chat/room/general/members/somebody" },
        { "DELETE", "/chat/room/general/members/somebody" },
        { "POST", "/chat/room/general/read" },
        { "POST", "/chat/messages" },
        { "GET", "/chat/room/general/history" },
        { "PATCH", "/chat/messages/1" },
        { "DELETE", "/chat/messages/1" },
        { "POST", "/chat/reactions" },
        { "DELETE", "/chat/reactions" },
        { "GET", "/chat/room/general/events" },
        { "GET", "/chat/events" },
        { "GET", "/chat/room/general/poll" },
        { "GET", "/chat/poll" },
        { "POST", "/chat/typing" },
        { "PUT", "/chat/room/general/members/somebody/silence" },
        { "DELETE", "/chat/room/general/members/somebody/silence" },
        { "POST", "/chat/messages/1/report" },
        { "GET", "/chat/room/general/reports" },
        { "POST", "/chat/room/general/reports/1" },
        { "GET", "/chat/room/general/invites" },
        { "POST", "/chat/room/general/invites" },
        { "DELETE", "/chat/room/general/invites/some" },
        { "GET", "/chat/invites/some" },
        { "POST", "/chat/invites/some" },
        { "POST", "/chat/presence" },
    };

    public static TheoryData<string, string> WithBody => new()
    {
        { "POST", "/auth/register" },
        { "POST", "/auth/token" },
        { "POST", "/auth/refresh" },
        { "POST", "/auth/tokens" },
        { "POST", "/auth/two-factor" },
        { "POST", "/auth/two-factor/setup" },
        { "POST", "/auth/two-factor/off" },
        { "POST", "/auth/two-factor/recovery-codes" },
        { "POST", "/auth/passkeys" },
        { "POST", "/auth/passkeys/creation-options" },
        { "PATCH", "/auth/passkeys/some" },
        { "POST", "/chat/rooms" },
        { "PATCH", "/chat/room/general" },
        { "PUT", "/chat/room/general/members/somebody" },
        { "POST", "/chat/room/general/read" },
        { "POST", "/chat/messages" },
        { "PATCH", "/chat/messages/1" },
        { "POST", "/chat/reactions" },
        { "DELETE", "/chat/reactions" },
        { "PUT", "/chat/room/general/members/somebody/silence" },
        { "POST", "/chat/messages/1/report" },
        { "POST", "/chat/room/general/reports/1" },
        { "POST", "/chat/room/general/invites" },
        { "POST", "/chat/typing" },
        { "POST", "/chat/presence" },
    };

    [Theory]
    [MemberData(nameof(SignedInOnly))]
    public async Task Someone_who_is_not_signed_in_is_told_so_and_sent_nowhere(string method, string path)
    {
        foreach (var accept in new[] { "application/json", "text/event-stream", "text/html" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Headers.Accept.ParseAdd(accept);

            var refused = await app.Anonymous.SendAsync(request);

            AssertProblem(refused, 401, "not_signed_in");
            Assert.Null(refused.Headers.Location);
        }
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_of_another_type_is_refused(string method, string path)
    {
        var ada = await app.SignUpAsync("ada");

        AssertProblem(await SendAsync(ada, method, path, new StringContent("{}", Encoding.UTF8, "text/plain")), 415, "wrong_type");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_that_is_no_json_is_invalid(string method, string path)
    {
        var ada = await app.SignUpAsync("ada");

        foreach (var body in new[] { "{", "", "nonsense", "null", "[]", "\"text\"" })
            AssertProblem(await SendAsync(ada, method, path, Json(body)), 400, "invalid");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task A_body_larger_than_64_KiB_is_refused(string method, string path)
    {
        var ada = await app.SignUpAsync("ada");
        var large = $$"""{"padding": "{{new string('a', 64 * 1024)}}"}""";

        AssertProblem(await SendAsync(ada, method, path, Json(large)), 413, "too_large");
    }

    [Theory]
    [MemberData(nameof(WithBody))]
    public async Task An_empty_object_is_refused_by_what_it_lacks_and_never_an_error_of_ours(string method, string path)
    {
        var ada = await app.SignUpAsync("ada");

        Assert.InRange((await SendAsync(ada, method, path, Json("{}"))).Status, 400, 409);
    }

    // Not by GET: in Development the static assets' fallback answers that with 404.
    [Theory]
    [InlineData("PUT", "/chat/messages")]
    [InlineData("POST", "/chat/room/general/history")]
    [InlineData("DELETE", "/chat/events")]
    [InlineData("DELETE", "/auth/token")]
    public async Task Another_method_is_not_allowed(string method, string path)
    {
        var ada = await app.SignUpAsync("ada");

        AssertProblem(await ada.SendAsync(new HttpMethod(method), path), 405, "method_not_allowed");
    }

    [Fact]
    public async Task A_value_of_another_type_is_blamed_on_its_field()
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/messages", new { room_id = "general", message = 5 });

        AssertProblem(refused, 400, "invalid");
        Assert.Equal(["message"], refused.Errors);
    }

    [Fact]
    public async Task An_unknown_path_is_not_found()
    {
        AssertProblem(await (await app.SignUpAsync("ada")).GetAsync("/chat/nowhere"), 404, "not_found");
    }

    private static Task<Reply> SendAsync(ChatClient who, string method, string path, HttpContent body) =>
        who.SendAsync(new HttpMethod(method), path, body);

    private static StringContent Json(string body) => new(body, new MediaTypeHeaderValue("application/json"));

    private static void AssertProblem(Reply reply, int status, string code)
    {
        Assert.Equal((status, "application/problem+json", code), (reply.Status, reply.ContentType, reply.Status == status ? reply.Code : null));
        Assert.Equal(status, reply["status"].GetInt32());
        Assert.False(reply.Json.TryGetProperty("trace_id", out _) || reply.Json.TryGetProperty("traceId", out _));
        Assert.Equal("nosniff", reply.Header("X-Content-Type-Options"));
        Assert.Contains("no-store", reply.Header("Cache-Control"), StringComparison.Ordinal);
    }
}
