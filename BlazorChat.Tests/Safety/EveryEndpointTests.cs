using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Safety;

/// <summary>What holds of all endpoints, by the program's own list of them: a new one is in it from the beginning.</summary>
public sealed partial class EveryEndpointTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly Table[] Tables =
    [
        RoomTables.Private, RoomTables.Public, RoomTables.Direct, OtherTables.Account, OtherTables.Administration, OtherTables.Pages,
    ];

    [Fact]
    public void Every_endpoint_and_page_has_its_row_in_a_table()
    {
        var rows = Tables.SelectMany(table => table.Rows).Select(row => row.Route).Distinct().Order(StringComparer.Ordinal);

        Assert.Equal(Endpoints.Select(endpoint => Row.RouteOf(endpoint.Method, endpoint.Pattern)).Order(StringComparer.Ordinal), rows);
    }

    [Fact]
    public void A_table_says_of_both_kinds_of_rooms_the_same_endpoints()
    {
        Assert.Equal(RoomTables.Private.Rows.Select(row => (row.Method, row.Path)), RoomTables.Public.Rows.Select(row => (row.Method, row.Path)));
    }

    [Fact]
    public async Task A_token_for_reading_changes_nothing_anywhere()
    {
        var program = await ProgramAsync("read");

        foreach (var (method, pattern, _) in Endpoints.Where(e => e is { IsPage: false, Method: not ("GET" or "HEAD") } && e.Pattern != "/auth/revoke"))
            await IsBeyondAsync(program, method, pattern, "insufficient_scope", "forbidden");
    }

    [Theory]
    [InlineData("read")]
    [InlineData("write")]
    public async Task A_token_that_is_not_for_it_administers_nothing(string scope)
    {
        var program = await ProgramAsync(scope);

        foreach (var (method, pattern, _) in Endpoints.Where(e => e.Pattern.StartsWith("/chat/admin", StringComparison.Ordinal)))
            await IsBeyondAsync(program, method, pattern, "forbidden", "insufficient_scope");
    }

    [Fact]
    public async Task No_token_opens_a_page_or_touches_how_its_owner_signs_in()
    {
        var program = await ProgramAsync("admin");

        foreach (var (method, pattern, _) in Endpoints.Where(e => e.IsPage || IsAboutSigningIn(e.Pattern)))
            foreach (var verb in method == "PAGE" ? ["GET", "POST"] : new[] { method })
                await IsBeyondAsync(program, verb, pattern, "insufficient_scope");
    }

    [Fact]
    public async Task No_page_takes_a_form_that_is_not_its_own()
    {
        var browser = await Browser.SignUpAsync(app, "ada");
        await app.Admin.PatchAsync($"/chat/admin/users/{browser.Client.UserId}", new { role = "administrator" });
        var before = await Fingerprint.TakeAsync(app);

        foreach (var (_, pattern, _) in Endpoints.Where(e => e.IsPage))
        {
            using var form = new FormUrlEncodedContent([new("_handler", "make"), new("Making.Name", "Robot"), new("Making.Scope", "Write")]);
            var refused = await browser.Client.PostAsync(PathOf(pattern), form);
            Assert.True(refused.Status == 400, $"{pattern} answered {refused}");
        }

        Assert.Equal(before, await Fingerprint.TakeAsync(app));
    }

    private IEnumerable<(string Method, string Pattern, bool IsPage)> Endpoints =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            .SelectMany(endpoint => Methods(endpoint).Select(method =>
                (method, "/" + endpoint.RoutePattern.RawText!.Trim('/'), method == "PAGE")))
            .Where(endpoint => !IsBlazors(endpoint.Item2))
            .Distinct();

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null
            ? ["PAGE"]
            : endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"];

    // Circuits have their own tests; files that lie in wwwroot are everybody's.
    private static bool IsBlazors(string pattern) => new[] { "/_blazor", "/_framework", "/{**path" }
        .Any(beginning => pattern.StartsWith(beginning, StringComparison.Ordinal));

    private static bool IsAboutSigningIn(string pattern) => new[] { "/auth/sessions", "/auth/tokens", "/auth/two-factor", "/auth/passkeys" }
        .Any(beginning => pattern.StartsWith(beginning, StringComparison.Ordinal) && pattern != "/auth/passkeys/request-options");

    private async Task<ChatClient> ProgramAsync(string scope) =>
        app.Showing((await app.Admin.PostAsync("/auth/tokens", new { name = "Robot", scope }))["token"].GetString()!);

    private static async Task IsBeyondAsync(ChatClient program, string method, string pattern, params string[] codes)
    {
        var refused = await program.SendAsync(new HttpMethod(method), PathOf(pattern), method is "GET" or "HEAD" ? null : new { });
        Assert.True(refused.Status == 403 && codes.Contains(refused.Code), $"{method} {pattern} answered {refused}");
    }

    private static string PathOf(string pattern) => Parameter().Replace(pattern, "1");

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}
