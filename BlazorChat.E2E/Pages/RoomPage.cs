using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>A room on the screen: its timeline, its composer, and what is around them.</summary>
public sealed class RoomPage(IPage page)
{
    public ILocator Timeline => page.Locator("chat-timeline#timeline");

    public ILocator Messages => Timeline.Locator("article.message");

    public ILocator Composer => page.GetByRole(AriaRole.Textbox, new() { NameRegex = new("^Message ") });

    public ILocator Typing => page.Locator(".typing-slot");

    public ILocator Connection => page.Locator("#connection");

    public ILocator Pill => page.Locator(".pill");

    public ILocator Notice => page.Locator("chat-composer .notice");

    /// <summary>The page is live: its stream is open, or it polls, as it does too where the first event took long to come.</summary>
    public async Task IsReadyAsync(params string[] states)
    {
        await page.IsAtAsync("/room/");
        await page.EvaluateAsync(
            """
            async states => {
                // What is imported before the page's import map was read would be fixed to another address.
                if (document.readyState === 'loading') await new Promise(done => document.addEventListener('DOMContentLoaded', done, { once: true }));
                const { live } = await import(new URL('js/chat.js', document.baseURI));
                await new Promise(done => live.onState(state => states.includes(state) && done()));
            }
            """,
            states is [] ? ["open", "polling"] : states).WithPatience();
    }

    /// <summary>Waits until there is a circuit, so that a dialog opens at once.</summary>
    public async Task IsInteractiveAsync()
    {
        // Beforehand: what waits for a condition takes a promise for a yes.
        await page.EvaluateAsync(
            """
            async () => {
                const [chat, islands] = await Promise.all(['chat', 'islands'].map(name => import(new URL(`js/${name}.js`, document.baseURI))));
                globalThis.isInteractive = () => islands.listening() > 0 || void chat.wake();
            }
            """);
        // Again and again: a page that is drawn again ends a circuit that nobody uses.
        await page.WaitForFunctionAsync("() => isInteractive()", options: new() { PollingInterval = 50 });
    }

    /// <summary>Closes a dialog with a field by Escape. Before the field has the focus, the dialog hears no key.</summary>
    public async Task CloseDialogAsync()
    {
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Assertions.Expect(dialog.Locator("input").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(dialog).ToHaveCountAsync(0);
    }

    /// <summary>
    /// Does something after which someone is shown to type. It is shown for a few seconds only: the page itself looks,
    /// from before it begins.
    /// </summary>
    public async Task SeesTypingAsync(string text, Func<Task> act)
    {
        await Typing.EvaluateAsync(
            """
            (slot, text) => {
                const isShown = () => slot.innerText.includes(text);
                globalThis.typingSeen = new Promise(seen => {
                    if (isShown()) seen();
                    new MutationObserver(() => isShown() && seen()).observe(slot, { attributes: true, childList: true, characterData: true, subtree: true });
                });
            }
            """,
            text);
        await act();
        await page.EvaluateAsync("() => typingSeen").WithPatience();
    }

    public ILocator Message(string text) => Messages.Filter(new() { HasText = text });

    public ILocator Member(string name) => page.Locator("#members").GetByText(name, new() { Exact = true });

    public ILocator Link(string roomId) => page.Locator($"#rooms a[data-room='{roomId}']");

    /// <summary>A part of the room list, by its heading.</summary>
    public ILocator Section(string title) => page.Locator("#rooms").GetByRole(AriaRole.List, new() { Name = title, Exact = true });

    /// <summary>Where there is room for one pane only, shows another one.</summary>
    /// <param name="pane"><c>rooms</c> or <c>members</c>.</param>
    public async Task ShowAsync(string pane)
    {
        var button = page.Locator($"[data-open={pane}]");
        if (await button.IsVisibleAsync())
            await button.ClickAsync();
    }

    /// <summary>Chooses from the menu of a room's row.</summary>
    public async Task ChooseAsync(string roomId, string choice)
    {
        await Link(roomId).HoverAsync();
        await page.Locator($"#rooms [data-menu-of='{roomId}']").ClickAsync();
        await page.Locator("#row-menu button").GetByText(choice, new() { Exact = true }).ClickAsync();
    }

    /// <summary>Opens the conversation with somebody by the dialog for that. Its list moves while it gets shorter: a click waits for the end.</summary>
    public async Task OpenDirectAsync(string name)
    {
        await page.Locator("#rooms").GetByRole(AriaRole.Button, new() { Name = "New message" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await Assertions.Expect(dialog.GetByRole(AriaRole.List, new() { Name = "People" }).GetByRole(AriaRole.Listitem)).ToHaveCountAsync(1);
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Message " + name }).ClickAsync();
        await Assertions.Expect(Composer).ToHaveAttributeAsync("placeholder", "Message " + name);
    }

    public async Task SayAsync(string text)
    {
        await Composer.FillAsync(text);
        await Composer.PressAsync("Enter");
    }

    /// <summary>Chooses one of the acts that a message offers.</summary>
    public async Task ActAsync(string text, string act)
    {
        await Message(text).HoverAsync();
        await page.Locator(".actions [data-act=more]").ClickAsync();
        await page.Locator($".message-menu [data-act={act}]").ClickAsync();
    }

    /// <summary>Chooses from the room's menu.</summary>
    public async Task ChooseAsync(string item)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Room menu" }).ClickAsync();
        await page.Locator("#room-menu button").GetByText(item, new() { Exact = true }).ClickAsync();
    }

    /// <summary>Opens what can be done about a member.</summary>
    public async Task ManageAsync(string name)
    {
        await Member(name).HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Manage " + name }).ClickAsync();
    }

    /// <summary>Opens one's own corner.</summary>
    public async Task<ILocator> OpenOwnMenuAsync()
    {
        await page.Locator(".me-button").ClickAsync();
        return page.GetByRole(AriaRole.Dialog, new() { Name = "Your profile and settings" });
    }

    public async Task SignOutAsync() =>
        await (await OpenOwnMenuAsync()).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

    /// <summary>The small profile that a name or a face opened.</summary>
    public ILocator Card => page.Locator(".profile-card");

    /// <summary>Of each message that is shown its number, from the top down.</summary>
    public Task<int[]> NumbersAsync() =>
        Messages.EvaluateAllAsync<int[]>("all => all.map(one => Number(one.dataset.number))");

    /// <summary>The number of the oldest message that is shown.</summary>
    public async Task<int> FirstAsync() => (await NumbersAsync())[0];

    /// <summary>Scrolls to the top, and waits until older messages have come.</summary>
    /// <returns>The message that was the first in view before they came, and where it was.</returns>
    public async Task<(int Number, double Top)> ReadUpAsync()
    {
        var seen = await Timeline.EvaluateAsync<double[]>(
            """
            async timeline => {
                const first = () => timeline.querySelector('.message');
                const known = first();
                const more = new Promise(come => new MutationObserver(() => first() !== known && come()).observe(timeline, { childList: true, subtree: true }));
                timeline.scrollTop = -timeline.scrollHeight;
                const top = known.getBoundingClientRect().top;
                await more;
                return [Number(known.dataset.number), top];
            }
            """).WithPatience();
        return ((int)seen[0], seen[1]);
    }

    /// <summary>Scrolls down until this message, the newest, is shown.</summary>
    public Task ReadDownAsync(int number) => Timeline.EvaluateAsync(
        """
        async (timeline, number) => {
            const isShown = () => timeline.querySelector(`.message[data-number="${number}"]`);
            while (!isShown()) {
                const more = new Promise(come => new MutationObserver(come).observe(timeline, { childList: true, subtree: true }));
                timeline.scrollTop = 0;
                await more;
            }
            timeline.scrollTop = 0;
        }
        """,
        number).WithPatience();

    /// <summary>How far below the window's top the message with this number begins.</summary>
    public Task<double> TopOfAsync(int number) =>
        Timeline.EvaluateAsync<double>("(timeline, number) => timeline.querySelector(`.message[data-number=\"${number}\"]`).getBoundingClientRect().top", number);

    public async Task<string[]> TextsAsync() =>
        [.. (await Messages.Locator(".text").AllInnerTextsAsync()).Select(text => text.Trim())];
}
