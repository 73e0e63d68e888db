using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Admin;

public sealed class SettingsTests : IAsyncLifetime
{
    private readonly ChatApp app = new([("Chat:RateLimits:MessagesPerSecond", "1000"), ("Chat:RateLimits:Burst", "1000")]);

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task At_first_they_are_what_is_configured()
    {
        var settings = await app.Admin.GetAsync("/chat/admin/settings");

        Assert.Equal("""{"registration":"open","message_length":1000,"messages_per_second":1000,"burst":1000,"streams_per_user":20}""", settings.Text);
    }

    [Fact]
    public async Task Registration_is_closed_and_opened_at_once()
    {
        await SetAsync(new { registration = "closed" });
        var refused = await app.Anonymous.PostAsync("/auth/register", new { username = "late", password = ChatApp.Password });
        Assert.Equal((403, "registration_closed"), (refused.Status, refused.Code));

        await SetAsync(new { registration = "open" });
        await app.SignUpAsync("in-time");
    }

    [Fact]
    public async Task A_messages_length_is_changed_at_once()
    {
        var ada = await app.SignUpAsync("ada");
        await SetAsync(new { message_length = 10 });

        Assert.Equal(400, (await ada.TrySayAsync("general", "12345678901")).Status);
        await ada.SayAsync("general", "1234567890");
    }

    [Fact]
    public async Task How_much_one_may_post_is_changed_at_once_for_those_who_post()
    {
        var ada = await app.SignUpAsync("ada");
        await ada.SayAsync("general", "Before");
        await SetAsync(new { messages_per_second = 1, burst = 2 });

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => ada.TrySayAsync("general", $"{i}")));

        Assert.InRange(answers.Count(answer => answer.Status == 201), 2, 5);
        Assert.Contains(answers, answer => answer.Status == 429);
    }

    [Fact]
    public async Task How_many_streams_one_may_have_is_changed_at_once()
    {
        var ada = await app.SignUpAsync("ada");
        await SetAsync(new { streams_per_user = 1 });
        await using var first = await ada.OpenStreamAsync();

        Assert.Equal(429, (await ada.GetAsync("/chat/events")).Status);
    }

    [Theory]
    [InlineData("""{"message_length":0}""", "message_length")]
    [InlineData("""{"message_length":"long"}""", "message_length")]
    [InlineData("""{"registration":"ajar"}""", "registration")]
    [InlineData("""{"burst":1000001}""", "burst")]
    [InlineData("""{"streams_per_user":-1,"message_length":5}""", "streams_per_user")]
    public async Task A_value_that_cannot_be_is_refused_by_its_name_and_changes_nothing(string body, string field)
    {
        var refused = await app.Admin.PatchAsync("/chat/admin/settings", System.Text.Json.JsonElement.Parse(body));

        Assert.Equal((400, field), (refused.Status, Assert.Single(refused.Errors)));
        Assert.Equal(1000, (await app.Admin.GetAsync("/chat/admin/settings"))["message_length"].GetInt32());
    }

    [Fact]
    public async Task What_was_changed_survives_a_restart()
    {
        var data = Path.Combine(Path.GetTempPath(), "blazorchat-" + Guid.NewGuid().ToString("N"));
        await using (var before = new ChatApp([], data))
        {
            await before.InitializeAsync();
            Assert.Equal(200, (await before.Admin.PatchAsync("/chat/admin/settings", new { message_length = 12, registration = "open" })).Status);
        }
        await using var after = new RestartedApp(data);
        await after.InitializeAsync();

        Assert.Equal(12, after.Services.GetRequiredService<BlazorChat.Web.Features.Settings.RunTimeSettings>().Current.MessageLength);
        Directory.Delete(data, recursive: true);
    }

    private async Task SetAsync(object change) => Assert.Equal(200, (await app.Admin.PatchAsync("/chat/admin/settings", change)).Status);

    private sealed class RestartedApp(string data) : ChatApp([], data)
    {
        protected override bool HasAdmin => false;
    }
}
