namespace BlazorChat.Tests.Operations;

public sealed class OperationsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_healthy_say_so_to_anyone(string path)
    {
        var health = await app.Anonymous.GetAsync(path);

        Assert.Equal((200, "nosniff"), (health.Status, health.Header("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Metrics_are_told_to_this_machine_as_Prometheus_reads_them()
    {
        using var http = app.NewHttp(null);

        using var answer = await http.GetAsync("/metrics", TestContext.Current.CancellationToken);

        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\n# TYPE blazorchat_streams gauge\nblazorchat_streams ", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ready_says_what_was_looked_at()
    {
        var ready = await app.Anonymous.GetAsync("/health/ready");

        Assert.Equal("ready", ready["status"].GetString());
        Assert.Equal(
            [("database", "ok"), ("bus", "none"), ("files", "ok")],
            ready["checks"].EnumerateObject().Select(check => (check.Name, check.Value.GetString()!)));
    }

    [Fact]
    public async Task Metrics_have_the_usual_names_and_units()
    {
        using var http = app.NewHttp(null);

        var text = await http.GetStringAsync("/metrics", TestContext.Current.CancellationToken);

        var kinds = text.Split('\n').Where(line => line.StartsWith("# TYPE ", StringComparison.Ordinal))
            .Select(line => line.Split(' ')).ToDictionary(line => line[2], line => line[3]);
        Assert.All(
            ["process_cpu_seconds_total", "process_resident_memory_bytes", "process_start_time_seconds"], (string name) => Assert.Contains(name, kinds.Keys));
        Assert.All(kinds, kind => Assert.Equal(kind.Value == "counter", kind.Key.EndsWith("_total", StringComparison.Ordinal)));
        Assert.DoesNotContain(kinds.Keys, name => name.Contains("milli", StringComparison.Ordinal) || name.Contains("kilo", StringComparison.Ordinal));
        Assert.Matches(@"(?m)^process_cpu_seconds_total \d+\.\d+$", text);
    }

    [Fact]
    public async Task Metrics_are_told_to_nobody_behind_a_proxy()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        request.Headers.Add("X-Forwarded-For", "203.0.113.7");

        Assert.Equal(404, (await app.Anonymous.SendAsync(request)).Status);
    }

    [Fact]
    public async Task The_projects_own_OpenAPI_document_names_every_path_and_method()
    {
        var document = (await app.Anonymous.GetAsync("/openapi/v1.json"))["paths"];

        string[] documented = [.. document.EnumerateObject().SelectMany(path =>
            path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {WithoutNames(path.Name)}"))];
        string[] contract =
        [
            "POST /auth/register", "POST /auth/token", "POST /auth/refresh", "POST /auth/revoke", "GET /auth/me",
            "GET /chat/users", "GET /chat/rooms", "POST /chat/rooms", "GET /chat/room/{}", "PATCH /chat/room/{}",
            "DELETE /chat/room/{}", "POST /chat/room/{}/join", "POST /chat/room/{}/leave", "GET /chat/room/{}/members",
            "PUT /chat/room/{}/members/{}", "DELETE /chat/room/{}/members/{}", "POST /chat/room/{}/read",
            "POST /chat/messages", "GET /chat/room/{}/history", "PATCH /chat/messages/{}", "DELETE /chat/messages/{}",
            "POST /chat/reactions", "DELETE /chat/reactions", "GET /chat/room/{}/events", "GET /chat/events",
            "GET /chat/room/{}/poll", "GET /chat/poll", "POST /chat/typing", "POST /chat/presence",
            "PUT /chat/room/{}/members/{}/silence", "DELETE /chat/room/{}/members/{}/silence", "POST /chat/messages/{}/report",
            "GET /chat/room/{}/reports", "POST /chat/room/{}/reports/{}", "GET /chat/room/{}/invites", "POST /chat/room/{}/invites",
            "DELETE /chat/room/{}/invites/{}", "GET /chat/invites/{}", "POST /chat/invites/{}",
        ];
        Assert.Empty(contract.Except(documented));
    }

    [Fact]
    public async Task The_document_speaks_of_fields_as_they_are_sent()
    {
        var schemas = (await app.Anonymous.GetAsync("/openapi/v1.json"))["components"].GetProperty("schemas");

        var message = schemas.GetProperty("MessageView").GetProperty("properties").EnumerateObject().Select(p => p.Name).ToArray();
        Assert.Contains("room_id", message);
        Assert.Contains("edited_at", message);
    }

    private static string WithoutNames(string path) => System.Text.RegularExpressions.Regex.Replace(path.TrimEnd('/'), "{[^}]*}", "{}");
}
