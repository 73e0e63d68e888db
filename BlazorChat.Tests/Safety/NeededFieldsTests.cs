using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Safety;

/// <summary>What a body must have is asked for by name, before anything is looked up: of every endpoint that takes JSON.</summary>
public sealed class NeededFieldsTests(ChatApp app) : IClassFixture<ChatApp>
{
    // By method and path; nothing where all fields are optional.
    private static readonly Dictionary<string, string[]> Needed = new()
    {
        ["POST /auth/register"] = ["password", "username"],
        ["POST /auth/token"] = ["password", "username"],
        ["POST /auth/refresh"] = ["refresh_token"],
        ["PATCH /auth/me"] = [],
        ["POST /auth/tokens"] = ["name", "scope"],
        ["POST /auth/two-factor"] = ["code"],
        ["POST /auth/two-factor/setup"] = ["password"],
        ["POST /auth/two-factor/off"] = ["password"],
        ["POST /auth/two-factor/recovery-codes"] = ["password"],
        ["POST /auth/passkeys"] = ["credential", "name"],
        ["POST /auth/passkeys/creation-options"] = ["password"],
        ["PATCH /auth/passkeys/{passkeyId}"] = ["name"],
        ["POST /chat/messages"] = ["message", "room_id"],
        ["POST /chat/messages/render"] = ["message", "room_id"],
        ["PATCH /chat/messages/{id}"] = ["message"],
        ["POST /chat/messages/{id}/report"] = ["reason"],
        ["POST /chat/reactions"] = ["message_id", "reaction"],
        ["DELETE /chat/reactions"] = ["message_id", "reaction"],
        ["POST /chat/rooms"] = ["name"],
        ["PATCH /chat/room/{roomId}"] = [],
        ["POST /chat/room/{roomId}/read"] = ["message_id"],
        ["POST /chat/room/{roomId}/unread"] = ["message_id"],
        ["PUT /chat/room/{roomId}/preferences"] = [],
        ["PUT /chat/room/{roomId}/draft"] = ["text"],
        ["PUT /chat/room/{roomId}/members/{userId}"] = ["role"],
        ["PUT /chat/room/{roomId}/members/{userId}/silence"] = ["seconds"],
        ["POST /chat/room/{roomId}/reports/{reportId}"] = ["outcome"],
        ["POST /chat/room/{roomId}/invites"] = [],
        ["POST /chat/direct"] = ["user_id"],
        ["POST /chat/typing"] = ["is_typing", "room_id"],
        ["POST /chat/threads/{id}/read"] = ["message_id"],
        ["POST /chat/threads/{id}/unread"] = ["message_id"],
        ["POST /chat/presence"] = ["status"],
        ["POST /chat/uploads"] = ["size"],
        ["PUT /chat/notices"] = ["sound"],
        ["PATCH /chat/admin/settings"] = [],
        ["PATCH /chat/admin/users/{userId}"] = [],
        ["POST /chat/admin/users/{userId}/ban"] = ["reason"],
        ["PATCH /chat/admin/rooms/{roomId}"] = [],
        ["PUT /chat/admin/rooms/{roomId}/owner"] = ["user_id"],
        ["POST /chat/admin/reports/{reportId}"] = ["outcome"],
    };

    [Fact]
    public void Every_endpoint_that_takes_JSON_says_what_it_needs() =>
        Assert.Equal(Needed.Keys.Order(StringComparer.Ordinal), WithJson().Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_missing_is_named_before_anything_is_looked_up()
    {
        foreach (var (route, fields) in Needed.Where(each => each.Value.Length > 0))
        {
            var (method, path) = (new HttpMethod(route.Split(' ')[0]), PathOf(route.Split(' ')[1]));
            var empty = await app.Admin.SendAsync(method, path, new { });
            var nulls = await app.Admin.SendAsync(method, path, fields.ToDictionary(field => field, _ => (string?)null));

            foreach (var refused in new[] { empty, nulls })
            {
                Assert.True((400, "invalid") == (refused.Status, refused.Code), $"{route} answered {refused}");
                Assert.Equal(fields, refused.Errors.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public async Task Of_another_type_it_is_named_as_well()
    {
        foreach (var (route, fields) in Needed.Where(each => each.Value.Length > 0 && each.Key != "POST /auth/passkeys"))
            foreach (var field in fields)
            {
                var body = new Dictionary<string, object> { [field] = new[] { 1 } };

                var refused = await app.Admin.SendAsync(new HttpMethod(route.Split(' ')[0]), PathOf(route.Split(' ')[1]), body);

                Assert.True(refused.Status == 400, $"{route} answered {refused}");
                Assert.Equal([field], refused.Errors);
            }
    }

    [Fact]
    public async Task Who_is_not_signed_in_or_may_not_administer_is_told_that_first()
    {
        var ada = await app.SignUpAsync("ada");

        Assert.Equal(401, (await app.Anonymous.PostAsync("/chat/messages", new { })).Status);
        Assert.Equal(403, (await ada.PostAsync("/chat/admin/users/nobody/ban", new { })).Status);
        Assert.Equal(404, (await ada.PostAsync("/chat/messages", new { room_id = "nowhere", message = "" })).Status);
    }

    private IEnumerable<string> WithJson() =>
        from endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { } accepts && accepts.ContentTypes.Contains("application/json")
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods
        select $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}";

    private static string PathOf(string pattern) =>
        System.Text.RegularExpressions.Regex.Replace(pattern, @"\{[^}]*\}", "nowhere");
}
