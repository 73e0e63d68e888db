using System.Net.Http.Headers;
using System.Net.Http.Json;
using BlazorChat.Core.Users;
using BlazorChat.Tests.Features.Previews;
using BlazorChat.Tests.Safety;
using BlazorChat.Tests.Support.OpenApi;

namespace BlazorChat.Tests.Operations.OpenApi;

public sealed class SmallFilesApp() : ChatApp([("Chat:Limits:UploadBytes", "1000")]);

/// <summary>
/// Each status that the OpenAPI document has for an operation is really answered: by the tables of permissions, by
/// <see cref="RefusalTests"/> if it has to do with all operations, or by what is asked here.
/// </summary>
public sealed class AnswerTests(SmallFilesApp app) : IClassFixture<SmallFilesApp>
{
    private static readonly Table[] tables =
        [RoomTables.Private, RoomTables.Public, RoomTables.Direct, OtherTables.Account, OtherTables.Administration];

    // What needs a full disk, a slow sender or a device that keeps passkeys is asked in FullDiskTests, in LimitTests of uploads
    // and in PasskeysTests.
    private static readonly string[] elsewhere =
    [
        "POST /chat/files 408", "POST /chat/files 507", "PATCH /chat/uploads/{} 408", "PATCH /chat/uploads/{} 507",
        "POST /auth/passkeys 201", "POST /auth/passkeys 409", "POST /auth/passkeys/creation-options 409", "PATCH /auth/passkeys/{} 200", "DELETE /auth/passkeys/{} 204",
    ];

    private readonly HashSet<string> given = [];
    private InterfaceDocument document = null!;

    [Fact]
    public async Task Every_documented_answer_is_given()
    {
        document = await InterfaceDocument.OfAsync(app.Address, TestContext.Current.CancellationToken);
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        await AskAboutAccountsAsync(ada, grace);
        await AskAboutMessagesAsync(ada, grace);
        await AskAboutRoomsAsync(ada, grace);
        await AskAboutFilesAsync(ada);
        await AskAboutReportsAsync(ada, grace);
        await AskAboutEmojiAsync(ada);
        await AskAdministratorsAsync();
        await AskInVainAsync(ada);

        var claimed = tables.SelectMany(table => table.Rows)
            .SelectMany(row => row.Answers.Select(answer => $"{row.Route} {answer.Status}"));
        var documented = document.Operations.SelectMany(operation => operation.Statuses
            .Where(status => !IsOfAll(operation, status)).Select(status => $"{operation.Route} {status}"));
        Assert.Equal([], documented.Except(claimed).Except(given).Except(elsewhere).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_the_tables_of_permissions_say_is_documented()
    {
        document = await InterfaceDocument.OfAsync(app.Address, TestContext.Current.CancellationToken);
        var documented = document.Operations.SelectMany(operation => operation.Statuses.Select(status => $"{operation.Route} {status}"));

        var claimed = tables.SelectMany(table => table.Rows).Where(row => IsForPrograms(row.Route))
            .SelectMany(row => row.Answers.Select(answer => $"{row.Route} {answer.Status}")).Distinct();

        Assert.Equal([], claimed.Except(documented));
    }

    private static bool IsForPrograms(string route) => route.Contains(" /chat/", StringComparison.Ordinal) || route.Contains(" /auth/", StringComparison.Ordinal);

    // RefusalTests ask all of these.
    private static bool IsOfAll(Operation operation, int status) =>
        status is 401 && operation.NeedsSignIn || status is 403 && operation.Method is not ("GET" or "HEAD") || status is 429 or 503 ||
        status is 400 or 413 or 415 && operation.TakesJson;

    private async Task AskAboutAccountsAsync(ChatClient ada, ChatClient grace)
    {
        await GiveAsync(401, app.Anonymous, "POST", "/auth/token", new { username = ada.Username, password = "not hers" });
        await GiveAsync(401, app.Anonymous, "POST", "/auth/refresh", new { refresh_token = "none" });
        await GiveAsync(409, app.Anonymous, "POST", "/auth/register", new { username = ada.Username, password = ChatApp.Password });
        await GiveAsync(409, ada, "PATCH", "/auth/me", new { display_name = grace.Username });
        await GiveAsync(200, ada, "PUT", "/auth/me/avatar", new ByteArrayContent(Stage.Pixel) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } });
        var picture = $"/chat/users/{ada.UserId}/avatar";
        var tag = (await ada.GetAsync(picture)).Header("ETag")!;
        foreach (var method in new[] { "GET", "HEAD" })
            await GiveAsync(304, ada, method, picture, headers: request => request.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag)));
        await GiveAsync(400, ada, "PUT", "/auth/me/avatar", Bytes(3, "image/png"));
        // Refused by its length, it is not sent: the server hangs up on who sends it nevertheless.
        await GiveAsync(413, ada, "PUT", "/auth/me/avatar", Bytes(3 * 1024 * 1024, "image/png"), request => request.ExpectContinue = true);
        await GiveAsync(415, ada, "PUT", "/auth/me/avatar", Bytes(3, "text/csv"));
        for (var n = 0; n < 50; n++)
            await GiveAsync(201, grace, "POST", "/auth/tokens", new { name = $"Robot {n}", scope = "read" });
        await GiveAsync(409, grace, "POST", "/auth/tokens", new { name = "One more", scope = "read" });
        var reader = app.Showing((await ada.PostAsync("/auth/tokens", new { name = "Reader", scope = "read" }))["token"].GetString()!);
        foreach (var path in new[] { "/auth/sessions", "/auth/tokens", "/auth/two-factor", "/auth/passkeys" })
            await GiveAsync(403, reader, "GET", path);
        var secret = (await grace.PostAsync("/auth/two-factor/setup", new { password = ChatApp.Password }))["secret"].GetString()!;
        await GiveAsync(200, grace, "POST", "/auth/two-factor", new { code = Totp.CodeAt(secret, TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds()) });
        await GiveAsync(409, grace, "POST", "/auth/two-factor", new { code = "000000" });
        await GiveAsync(409, grace, "POST", "/auth/two-factor/setup", new { password = ChatApp.Password });
        await GiveAsync(200, grace, "POST", "/auth/two-factor/recovery-codes", new { password = ChatApp.Password });
    }

    private async Task AskAboutMessagesAsync(ChatClient ada, ChatClient grace)
    {
        await GiveAsync(404, ada, "POST", "/chat/direct", new { user_id = "none" });
        await GiveAsync(201, ada, "POST", "/chat/direct", new { user_id = grace.UserId });
        await GiveAsync(200, ada, "POST", "/chat/direct", new { user_id = grace.UserId });
        await ada.SayAsync("general", "Hello", clientId: "once");
        await GiveAsync(200, ada, "POST", "/chat/messages", new { room_id = "general", message = "Hello", client_id = "once" });
        var room = await ada.CreateRoomAsync();
        await GiveAsync(409, ada, "POST", "/chat/messages", new { room_id = room, message = "Hello", client_id = "once" });
        var gone = await ada.SayAsync(room, "Gone");
        await ada.DeleteAsync(gone);
        await GiveAsync(409, ada, "PUT", $"/chat/room/{room}/draft", new { text = "Begun", thread_id = gone.Id });
        await GiveAsync(400, ada, "GET", "/chat/search?q=");
        await GiveAsync(404, ada, "GET", "/chat/search?q=hello&room_id=none");
        await GiveAsync(409, ada, "PATCH", $"/chat/messages/{gone.Id}", new { message = "Back" });
        await GiveAsync(409, ada, "PUT", $"/chat/messages/{gone.Id}/pin");
        await GiveAsync(409, ada, "PUT", $"/chat/messages/{gone.Id}/save");
        await GiveAsync(409, grace, "POST", $"/chat/messages/{gone.Id}/report", new { reason = "Rude" });
        await GiveAsync(409, ada, "POST", "/chat/reactions", new { message_id = gone.Id, reaction = "👍" });
        await GiveAsync(409, ada, "DELETE", "/chat/reactions", new { message_id = gone.Id, reaction = "👍" });
    }

    private async Task AskAboutRoomsAsync(ChatClient ada, ChatClient grace)
    {
        var room = await ada.CreateRoomAsync();
        await GiveAsync(200, ada, "GET", "/chat/rooms/list");
        await GiveAsync(409, ada, "POST", "/chat/rooms", new { name = "Again", id = room });
        await GiveAsync(409, app.Admin, "PATCH", "/chat/room/general", new { archived = true });
        await GiveAsync(409, app.Admin, "DELETE", "/chat/room/general");
        await GiveAsync(409, app.Admin, "PATCH", "/chat/admin/rooms/general", new { archived = true });
        await GiveAsync(409, app.Admin, "DELETE", "/chat/admin/rooms/general");
        await ada.SetMemberAsync(room, grace, "member");
        await GiveAsync(409, ada, "PUT", $"/chat/room/{room}/members/{ada.UserId}", new { role = "member" });
        await GiveAsync(409, ada, "DELETE", $"/chat/room/{room}/members/{ada.UserId}");
        for (var n = 0; n < 50; n++)
            await GiveAsync(201, ada, "POST", $"/chat/room/{room}/invites", new { });
        await GiveAsync(409, ada, "POST", $"/chat/room/{room}/invites", new { });
    }

    private async Task AskAboutFilesAsync(ChatClient ada)
    {
        var picture = (await ada.ShareAsync("general", "pixel.png", Stage.Pixel, clientId: "picture")).File!;
        await GiveAsync(200, ada, "POST", "/chat/files", Sharing.Form("general", "pixel.png", Stage.Pixel, clientId: "picture"));
        await GiveAsync(400, ada, "POST", "/chat/files", new MultipartFormDataContent { { new StringContent("general"), "room_id" } });
        await GiveAsync(409, ada, "POST", "/chat/files", Sharing.Form(await ada.CreateRoomAsync(), "pixel.png", Stage.Pixel, clientId: "picture"));
        await GiveAsync(413, ada, "POST", "/chat/files", Sharing.Form("general", "large.bin", new byte[2000]));
        await GiveAsync(415, ada, "POST", "/chat/files", new { room_id = "general" });
        foreach (var path in new[] { $"/chat/files/{picture.FileId}/pixel.png", $"/chat/files/{picture.FileId}/thumbnail", $"/chat/files/{picture.FileId}/pixel.png/thumbnail" })
            foreach (var method in new[] { "GET", "HEAD" })
            {
                var tag = (await ada.GetAsync(path)).Header("ETag")!;
                await GiveAsync(206, ada, method, path, headers: request => request.Range = new RangeHeaderValue(0, 1));
                await GiveAsync(416, ada, method, path, headers: request => request.Range = new RangeHeaderValue(1_000_000, null));
                await GiveAsync(304, ada, method, path, headers: request => request.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag)));
            }
        var preview = "/chat/previews/" + await app.GivePreviewAsync(await ada.SayAsync("general", "https://example.org/"));
        var known = (await ada.GetAsync(preview)).Header("ETag")!;
        foreach (var method in new[] { "GET", "HEAD" })
            await GiveAsync(304, ada, method, preview, headers: request => request.IfNoneMatch.Add(EntityTagHeaderValue.Parse(known)));
        var upload = $"/chat/uploads/{(await ada.PostAsync("/chat/uploads", new { size = 3 }))["upload_id"].GetString()}";
        await GiveAsync(409, ada, "PATCH", upload + "?offset=2", Bytes(1, "application/octet-stream"));
        await GiveAsync(400, ada, "PATCH", upload + "?offset=0", Bytes(4, "application/octet-stream"));
        await GiveAsync(415, ada, "PATCH", upload + "?offset=0", Bytes(1, "text/csv"));
    }

    private async Task AskAboutReportsAsync(ChatClient ada, ChatClient grace)
    {
        foreach (var isForAdministrators in new[] { false, true })
        {
            var room = await ada.CreateRoomAsync();
            var rude = await ada.SayAsync(room, "Rude");
            await GiveAsync(204, grace, "POST", $"/chat/messages/{rude.Id}/report", new { reason = "Rude" });
            var report = (await ada.GetAsync($"/chat/room/{room}/reports"))["reports"][0].GetProperty("report_id").GetString();
            var (who, path) = isForAdministrators ? (app.Admin, $"/chat/admin/reports/{report}") : (ada, $"/chat/room/{room}/reports/{report}");
            await GiveAsync(204, who, "POST", path, new { outcome = "dismissed" });
            await GiveAsync(409, who, "POST", path, new { outcome = "deleted" });
        }
    }

    private async Task AskAboutEmojiAsync(ChatClient ada)
    {
        await GiveAsync(204, ada, "PUT", "/chat/emoji/party_parrot", new ByteArrayContent(Stage.Pixel) { Headers = { ContentType = new MediaTypeHeaderValue("image/png") } });
        var tag = (await ada.GetAsync("/chat/emoji/party_parrot")).Header("ETag")!;
        foreach (var method in new[] { "GET", "HEAD" })
        {
            await GiveAsync(304, ada, method, "/chat/emoji/party_parrot", headers: request => request.IfNoneMatch.Add(EntityTagHeaderValue.Parse(tag)));
            await GiveAsync(404, ada, method, "/chat/emoji/none_of_ours");
        }
        await GiveAsync(404, ada, "DELETE", "/chat/emoji/none_of_ours");
        await GiveAsync(400, ada, "PUT", "/chat/emoji/party_parrot", Bytes(3, "image/png"));
        await GiveAsync(409, ada, "PUT", "/chat/emoji/tada", Bytes(3, "image/png"));
        await GiveAsync(413, ada, "PUT", "/chat/emoji/party_parrot", Bytes(3 * 1024 * 1024, "image/png"), request => request.ExpectContinue = true);
        await GiveAsync(415, ada, "PUT", "/chat/emoji/party_parrot", Bytes(3, "text/csv"));
    }

    private async Task AskAdministratorsAsync()
    {
        foreach (var list in new[] { "audit", "reports", "rooms", "sessions", "users" })
            await GiveAsync(400, app.Admin, "GET", $"/chat/admin/{list}?limit=0");
        await GiveAsync(409, app.Admin, "PATCH", $"/chat/admin/users/{app.Admin.UserId}", new { role = "member" });
        await GiveAsync(409, app.Admin, "POST", $"/chat/admin/users/{app.Admin.UserId}/ban", new { reason = "Tired" });
        await GiveAsync(404, app.Admin, "GET", "/chat/admin/users/none");
        await GiveAsync(404, app.Admin, "PATCH", "/chat/admin/users/none", new { role = "member" });
        await GiveAsync(404, app.Admin, "POST", "/chat/admin/users/none/ban", new { reason = "Rude" });
        await GiveAsync(404, app.Admin, "DELETE", "/chat/admin/users/none/ban");
        await GiveAsync(404, app.Admin, "POST", "/chat/admin/users/none/reset");
        await GiveAsync(404, app.Admin, "POST", "/chat/admin/users/none/sign-out");
        await GiveAsync(404, app.Admin, "POST", "/chat/admin/reports/999", new { outcome = "deleted" });
        await GiveAsync(404, app.Admin, "DELETE", "/chat/admin/sessions/none");
        await GiveAsync(404, app.Admin, "DELETE", "/chat/admin/streams/999");
    }

    private async Task AskInVainAsync(ChatClient ada)
    {
        foreach (var path in new[] { "/chat/poll?wait=99", "/chat/room/general/poll?wait=99", "/chat/room/general/files?kind=none", "/chat/room/general/history?limit=0", "/chat/room/general/members?limit=0", "/chat/threads?unread=maybe", "/chat/saved?limit=0", "/chat/mentions?limit=0", "/chat/activity?limit=0", $"/chat/room/general/threads/{(await ada.SayAsync("general", "Root")).Id}?limit=0" })
            await GiveAsync(400, ada, "GET", path);
        await GiveAsync(400, app.Admin, "GET", "/chat/room/general/reports?state=none");
        foreach (var path in new[] { "/chat/room/general/events", "/chat/room/general/poll" })
            await GiveAsync(403, ada, "GET", path + "?user_id=somebody");
        foreach (var path in new[] { "/chat/users/none", "/chat/users/none/avatar", "/chat/invites/none" })
            await GiveAsync(404, ada, "GET", path);
        await GiveAsync(404, ada, "HEAD", "/chat/users/none/avatar");
        await GiveAsync(404, ada, "POST", "/chat/invites/none");
        await GiveAsync(404, ada, "PUT", "/chat/blocks/none");
        await GiveAsync(400, ada, "PUT", $"/chat/blocks/{ada.UserId}");
        await GiveAsync(400, ada, "DELETE", $"/chat/blocks/{ada.UserId}");
    }

    private async Task GiveAsync(
        int status, ChatClient who, string method, string path, object? body = null, Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Content = body as HttpContent ?? (body is null ? null : JsonContent.Create(body));
        headers?.Invoke(request.Headers);
        var reply = await who.SendAsync(request);
        Assert.True(reply.Status == status, $"{method} {path} is to answer {status}: {reply}");
        given.Add($"{document.Find(method, path.Split('?')[0])!.Route} {status}");
    }

    private static ByteArrayContent Bytes(int count, string type) =>
        new(new byte[count]) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
