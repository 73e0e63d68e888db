using BlazorChat.Tests.Features.Previews;

namespace BlazorChat.Tests.Features.Search;

/// <summary>The titles of link previews are found, by the index and before it has them.</summary>
public sealed class TitlesTests(PreviewApp app) : IClassFixture<PreviewApp>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_message_is_found_by_the_title_of_a_page_as_long_as_it_shows_it(bool indexed)
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreatePrivateRoomAsync();
        var word = "w" + Guid.NewGuid().ToString("N")[..8];
        var (shown, removed, edited) = (await SayAsync("One"), await SayAsync("Two"), await SayAsync("Three"));
        await app.PreviewsSettledAsync();
        await LookAsync("Three", "Two", "One");

        await ada.DeleteAsync($"/chat/messages/{removed.Id}/previews/0");
        await ada.EditAsync(edited, "No link any more");
        await LookAsync("One");

        await ada.DeleteAsync(shown);
        await LookAsync();

        Task<MessageJson> SayAsync(string title) => ada.SayAsync(room, $"See {app.Site.Page($"<title>{title} {word}</title>", $"{title}-{Guid.NewGuid():N}")}");

        async Task LookAsync(params string[] titles)
        {
            if (indexed)
                await app.UntilIndexedAsync();
            Assert.Equal(titles, (await ada.SearchAsync(word)).Texts.Select(text => new Uri(text[4..]).AbsolutePath[1..].Split('-')[0]));
        }
    }
}
