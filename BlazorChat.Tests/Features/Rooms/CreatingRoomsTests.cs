using System.Text.Json;

namespace BlazorChat.Tests.Features.Rooms;

public sealed class CreatingRoomsTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task Someone_who_makes_a_room_owns_it()
    {
        var ada = await app.SignUpAsync("ada");

        var created = await ada.PostAsync("/chat/rooms", new { name = "Engine  room", id = "engines", topic = "Steam", kind = "public" });

        Assert.Equal(201, created.Status);
        Assert.Equal(("engines", "Engine room", "Steam", "public", "owner"), (
            created["id"].GetString(), created["name"].GetString(), created["topic"].GetString(),
            created["kind"].GetString(), created["role"].GetString()));
        Assert.True(created["member"].GetBoolean());
    }

    [Fact]
    public async Task A_room_has_exactly_the_contracts_fields()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.GetAsync("/chat/room/" + await ada.CreateRoomAsync());

        Assert.Equal(
            ["archived", "id", "kind", "last_message_at", "last_number", "link_previews", "member", "mentions", "muted", "name", "notify", "pinned",
             "posting", "role", "topic", "unread"],
            room.Json.EnumerateObject().Select(field => field.Name).Order());
    }

    [Fact]
    public async Task A_public_rooms_id_is_made_from_its_name()
    {
        var ada = await app.SignUpAsync("ada");

        var created = await ada.PostAsync("/chat/rooms", new { name = "Steam & Brass!", kind = "public" });

        Assert.Equal("steam-brass", created["id"].GetString());
    }

    [Fact]
    public async Task A_private_rooms_id_tells_nothing_of_its_name()
    {
        var ada = await app.SignUpAsync("ada");

        var created = await ada.PostAsync("/chat/rooms", new { name = "Secret", kind = "private" });

        Assert.Equal(201, created.Status);
        Assert.Equal("private", created["kind"].GetString());
        Assert.DoesNotContain("secret", created["id"].GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.True(created["id"].GetString()!.Length >= 20);
    }

    [Fact]
    public async Task A_taken_id_is_a_conflict()
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/rooms", new { name = "General" , kind = "public" });

        Assert.Equal((409, "room_taken"), (refused.Status, refused.Code));
    }

    [Theory]
    [InlineData("""{"kind": "public"}""", "name")]
    [InlineData("""{"name": "   ", "kind": "public"}""", "name")]
    [InlineData("""{"name": "A", "kind": "secret"}""", "kind")]
    [InlineData("""{"name": "A", "kind": "direct"}""", "kind")]
    [InlineData("""{"name": "A", "kind": "public", "id": "Not A Slug"}""", "id")]
    [InlineData("""{"name": "A", "kind": "public", "id": "-a"}""", "id")]
    [InlineData("""{"name": "A", "kind": "private", "id": "mine"}""", "id")]
    [InlineData("""{"name": 5, "kind": "public"}""", "name")]
    public async Task What_makes_no_sense_is_invalid(string body, string field)
    {
        var ada = await app.SignUpAsync("ada");

        var refused = await ada.PostAsync("/chat/rooms", JsonElement.Parse(body));

        Assert.Equal((400, "invalid"), (refused.Status, refused.Code));
        Assert.Equal([field], refused.Errors);
    }

    [Theory]
    [InlineData("name", 81)]
    [InlineData("topic", 251)]
    public async Task Names_and_topics_have_an_end(string field, int length)
    {
        var ada = await app.SignUpAsync("ada");
        Dictionary<string, string> room = new() { ["name"] = "A", ["kind"] = "private", [field] = new string('a', length) };

        Assert.Equal([field], (await ada.PostAsync("/chat/rooms", room)).Errors);
        room[field] = room[field][1..];
        Assert.Equal(201, (await ada.PostAsync("/chat/rooms", room)).Status);
    }
}
