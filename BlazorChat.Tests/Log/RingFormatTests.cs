using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Log;

namespace BlazorChat.Tests.Log;

public sealed class RingFormatTests
{
    private static readonly LogEntry entry =
        new() { Position = 7, Kind = MessageEvents.Posted, RoomId = "general", UserId = "u1", Subject = "9", Detail = "👍", At = 12 };

    private static readonly MessageView message = new()
    {
        Id = "9", RoomId = "general", Number = 4, UserId = "u1", Username = "ada", DisplayName = "Ada <3", AvatarUrl = "chat/avatars/u1/ab",
        Text = "@grace \"Où?\" 👩‍👩‍👧", Html = "<p>@grace &quot;Où?&quot;</p>", Type = MessageType.Text, Timestamp = 12, EditedAt = 13,
        ClientId = "c1", ThreadId = "3", Mentions = ["u2", "u3"], Pinned = true,
    };

    private readonly RingFormat format = new(MessageEvents.HandedOn);

    [Fact]
    public void Entries_come_whole_to_the_other_nodes()
    {
        var came = Travel(new CommittedEntry(entry)).Entry;

        Assert.Equal(
            (entry.Position, entry.Kind, entry.RoomId, entry.UserId, entry.Subject, entry.Detail, entry.At),
            (came.Position, came.Kind, came.RoomId, came.UserId, came.Subject, came.Detail, came.At));
    }

    [Fact]
    public void A_new_message_comes_with_its_entry_and_need_not_be_looked_up()
    {
        var came = Assert.IsType<CommittedEntry<MessageView>>(Travel(new CommittedEntry<MessageView>(entry, message)));

        Assert.Equal(entry.Position, came.Entry.Position);
        Assert.Equal(JsonSerializer.Serialize(message), JsonSerializer.Serialize(came.Now));
    }

    [Fact]
    public void What_the_JSON_of_a_message_leaves_out_is_looked_up()
    {
        var left = typeof(MessageView).GetProperties()
            .Where(p => p.CanWrite && p.GetCustomAttribute<JsonIgnoreAttribute>() is { Condition: JsonIgnoreCondition.Always })
            .Select(p => p.Name);
        Assert.Equal(["Quote", "Root"], left);

        var quote = new QuoteView("3", "u2", "grace", "Where?", Deleted: false);
        var file = new FileView("f1", "a.png", "image/png", default, 9, "00", null, null, null);
        foreach (var partly in new[] { message with { Quote = quote }, message with { Root = quote }, message with { File = file } })
            Assert.IsType<CommittedEntry>(Travel(new CommittedEntry<MessageView>(entry, partly)));
    }

    [Fact]
    public void A_node_of_another_build_takes_the_entry_alone()
    {
        var ring = Encoding.UTF8.GetString(format.Encode([new CommittedEntry<MessageView>(entry, message)]));
        var build = typeof(RingFormat).Module.ModuleVersionId.ToString();
        Assert.Contains(build, ring);

        var came = format.Decode(Encoding.UTF8.GetBytes(ring.Replace(build, Guid.NewGuid().ToString(), StringComparison.Ordinal))).Single();

        Assert.IsType<CommittedEntry>(came);
        Assert.Equal(7, came.Entry.Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[{\"Position\":")]
    public void What_cannot_be_read_asks_to_look_into_the_log(string ring) =>
        Assert.Empty(format.Decode(Encoding.UTF8.GetBytes(ring)));

    private CommittedEntry Travel(CommittedEntry committed) => format.Decode(format.Encode([committed])).Single();
}
