using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What a page shows after everything that people did while it was open is what it shows when it is loaded again.</summary>
public sealed class SameAsLoadedTests(Chat chat)
{
    // What belongs to one page alone, or is of the moment at which it was loaded: where it opened, what it has just told, names that are made up.
    private const string Shown =
        """
        () => {
            const page = document.body.cloneNode(true);
            const ofOnePage = '#connection, .mud-popover, .mud-popover-provider, .new-line, #announcer, #toast, .jump, .own-status, script, style';
            page.querySelectorAll(ofOnePage).forEach(element => element.remove());
            const ofLoading = ['data-cursor', 'data-last', 'data-read', 'data-saved', 'data-threads', 'data-draft', 'data-draft-version', 'style', 'value', 'inert'];
            for (const element of page.querySelectorAll('*')) {
                if (/^(mudinput|popover)/.test(element.id)) element.id = '';
                if (element.id === 'timeline') ['data-unread', 'data-unread-mentions'].forEach(name => element.removeAttribute(name));
                ofLoading.forEach(name => element.removeAttribute(name));
                if (element.hidden) element.removeAttribute('tabindex');
                const classes = [...element.classList].filter(name => name !== 'continues').sort().join(' ');
                if (classes) element.setAttribute('class', classes);
                const attributes = [...element.attributes].filter(({ name, value }) => !name.startsWith('_bl') && (value || name === 'hidden'))
                    .map(({ name, value }) => [name, value]).sort();
                [...element.attributes].forEach(({ name }) => element.removeAttribute(name));
                attributes.forEach(([name, value]) => element.setAttribute(name, value));
            }
            return [document.title, document.querySelector('link[rel~=icon]').href, ...[...page.querySelectorAll('nav.rooms, main, aside')].map(part => part.outerHTML)]
                .join('\n').replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ').replace(/> | </g, one => one.trim()).replaceAll('><', '>\n<');
        }
        """;

    [Fact]
    public async Task However_much_was_done_meanwhile()
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await ada.MakeRoomAsync("Changing");
        var other = await ada.MakeRoomAsync("Other");
        foreach (var one in new[] { room, other })
            await grace.Api("POST", $"/chat/room/{one}/join");
        await grace.OpenAsync(room);
        await grace.Room.IsReadyAsync();

        foreach (var act in Acts(ada, grace, room, other))
        {
            await act();
            await IsAsLoadedAsync(grace);
        }
    }

    private static IEnumerable<Func<Task>> Acts(Person ada, Person grace, string room, string other)
    {
        string first = "", second = "";
        yield return async () => (first, second) = (await SayAsync(ada, room, $"Hello @{grace.Name}, **this** is `it`"), await SayAsync(grace, room, "Yes?"));
        yield return async () =>
        {
            await ada.Api("POST", "/chat/messages", new { room_id = room, message = "An answer", reply_to = second });
            await ada.Api("POST", "/chat/messages", new { room_id = room, message = "In the thread", thread_id = first });
            await grace.Api("POST", "/chat/messages", new { room_id = room, message = "And here", thread_id = first, also_in_room = true });
            foreach (var person in new[] { ada, grace })
                await person.Api("POST", "/chat/reactions", new { message_id = first, reaction = "🎉" });
            await ada.Api("PUT", $"/chat/messages/{first}/pin");
            await grace.Api("PUT", $"/chat/messages/{second}/save");
        };
        yield return async () =>
        {
            foreach (var person in new[] { ada, grace })
                await person.Api("PATCH", "/auth/me", new { display_name = "Known as " + person.Name, status_text = "On a train" });
            await ada.Api("PATCH", $"/chat/room/{room}", new { name = "Changed", topic = "Of late" });
            await ada.Api("PATCH", $"/chat/messages/{first}", new { message = "Hello everybody" });
            await ada.Api("DELETE", $"/chat/messages/{second}");
        };
        yield return async () =>
        {
            await ada.PostAsync(other, $"Where are you, @{grace.Name}?");
            await ada.PostAsync(other, "Hello?");
            await grace.Api("PUT", $"/chat/room/{other}/draft", new { text = "I am" });
            await grace.Api("PUT", $"/chat/room/{room}/preferences", new { notify = "mentions", pinned = true, muted = false });
            await ada.Api("PUT", $"/chat/room/{room}/members/{await grace.UserIdAsync()}", new { role = "moderator" });
            await ada.Api("POST", "/chat/direct", new { user_id = await grace.UserIdAsync() });
        };
        yield return async () =>
        {
            await ada.Api("PATCH", "/auth/me", new { display_name = "", status_text = "" });
            await ada.Api("PUT", $"/chat/room/{room}/members/{await grace.UserIdAsync()}", new { role = "member" });
            await ada.Api("PATCH", $"/chat/room/{room}", new { posting = "moderators" });
            await ada.Api("DELETE", $"/chat/room/{other}");
            await ada.Api("DELETE", $"/chat/messages/{first}/pin");
        };
    }

    private static async Task<string> SayAsync(Person person, string room, string text) =>
        (await person.Api("POST", "/chat/messages", new { room_id = room, message = text })).GetProperty("message").GetProperty("id").GetString()!;

    private static async Task IsAsLoadedAsync(Person person)
    {
        var loaded = await person.Context.NewPageAsync();
        await loaded.GotoAsync(person.Page.Url);
        await Expect(loaded.Locator("chat-timeline")).ToBeVisibleAsync();
        var (shown, again) = ("", "");
        using var patience = new CancellationTokenSource(Patience.Limit);
        do
        {
            // Drawn in a frame: there is nothing to wait for but the next one.
            await loaded.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))");
            (shown, again) = (await person.Page.EvaluateAsync<string>(Shown), await loaded.EvaluateAsync<string>(Shown));
        }
        while (shown != again && !patience.IsCancellationRequested);
        Assert.Equal(again.Split('\n'), shown.Split('\n'));
        await loaded.CloseAsync();
    }
}
