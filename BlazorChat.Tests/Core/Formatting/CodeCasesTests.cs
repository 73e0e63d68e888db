using System.Text.Json;
using AngleSharp.Html.Parser;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Messages;

namespace BlazorChat.Tests.Core.Formatting;

/// <summary>What is code. The scripts of the page pass the same table: code-cases.test.js.</summary>
public sealed class CodeCasesTests
{
    private static readonly JsonElement[] Cases = SharedCases.In("code-cases.json");

    public static TheoryData<string> Names => [.. Cases.Select(each => each.GetProperty("name").GetString()!)];

    [Fact]
    public void There_are_many() => Assert.InRange(Cases.Length, 60, int.MaxValue);

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_shown_as_code(string name)
    {
        var (text, code) = Find(name);

        var shown = new HtmlParser().ParseDocument($"<body>{MessageHtml.From(text)}").QuerySelectorAll("code");

        Assert.Equal(code.Select(WithoutEnd), shown.Select(element => WithoutEnd(element.TextContent)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_its_place_in_the_text(string name)
    {
        var (text, _) = Find(name);

        var places = CodePlaces.Of(text).ToList();

        foreach (var (at, letter) in text.Index().Where(each => char.IsAsciiLetter(each.Item)))
            Assert.True(char.IsAsciiLetterLower(letter) == places.Exists(place => place.Start <= at && at < place.End), $"“{letter}” at {at}: {string.Join(' ', places)}");
    }

    [Fact]
    public void A_name_of_an_emoji_in_code_stays_wherever_it_is()
    {
        Assert.Equal("> `:on:` 🎉\n> ~~~\n> 🎉\n- ```\n  :on:\n\n🎉", EmojiNames.Replaced("> `:on:` :tada:\n> ~~~\n> :tada:\n- ```\n  :on:\n\n:tada:"));
    }

    // As a message's text has it: MessageText makes one kind of line ending of all.
    private static (string Text, string[] Code) Find(string name)
    {
        var found = Cases.Single(each => each.GetProperty("name").GetString() == name);
        return (found.GetProperty("text").GetString()!.ReplaceLineEndings("\n"), [.. found.GetProperty("code").EnumerateArray().Select(code => code.GetString()!)]);
    }

    private static string WithoutEnd(string code) => code.TrimEnd() is { Length: > 0 } written ? written : code;
}
