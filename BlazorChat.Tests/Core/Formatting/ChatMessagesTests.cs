using System.Text.Json;
using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Formatting;

/// <summary>Whole messages of a working day.</summary>
public sealed class ChatMessagesTests
{
    private static readonly JsonElement[] Cases = SharedCases.In("chat-messages.json");

    public static TheoryData<string> Names => [.. Cases.Select(each => each.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Look_as_they_should(string name)
    {
        var one = Cases.Single(each => each.GetProperty("name").GetString() == name);
        var stored = MessageText.Parse(one.GetProperty("text").GetString()!, 1000).Value.Value;

        Assert.Equal(one.GetProperty("html").GetString(), MessageHtml.From(stored));
    }
}
