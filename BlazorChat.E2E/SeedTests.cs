using System.Text.RegularExpressions;
using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>
/// The clients of <c>real-time-chat.md</c>, held in <c>seed/</c> as they are written there: the plain script, the React hook and the
/// Vue component. Only signing in, and a page to be on, are added. Each talks with somebody in the chat itself.
/// </summary>
public sealed class SeedTests(Chat chat)
{
    [Fact]
    public Task The_plain_script_talks() => TalksAsync(
        ("page.js",
            $$"""
            import { roomId, userId } from './where.js';
            const list = document.getElementById('app');
            function displayMessage(message) {
                const line = document.createElement('p');
                line.textContent = `${message.username}: ${message.text}`;
                list.append(line);
            }
            {{SeedPage.Snippet("plain.js")}}
            const field = document.createElement('input');
            field.onkeydown = event => { if (event.key === 'Enter') sendMessage(field.value); };
            eventSource.onopen = () => document.body.append(field);
            """));

    [Fact]
    public Task The_React_hook_talks() => TalksAsync(
        ("page.js",
            $$"""
            {{SeedPage.Snippet("useChatRoom.js")}}
            import { createElement } from 'react';
            import { createRoot } from 'react-dom/client';
            import { roomId, userId } from './where.js';
            function Page() {
                const { messages, connected, sendMessage } = useChatRoom(roomId, userId);
                return createElement('div', null,
                    messages.map(message => createElement('p', { key: message.id }, `${message.username}: ${message.text}`)),
                    connected && createElement('input', { onKeyDown: event => { if (event.key === 'Enter') sendMessage(event.target.value); } }));
            }
            createRoot(document.getElementById('app')).render(createElement(Page));
            """));

    [Fact]
    public Task The_Vue_component_talks()
    {
        var component = SeedPage.Snippet("ChatRoom.vue");
        return TalksAsync(
            ("script.js", Regex.Match(component, "<script>(.*)</script>", RegexOptions.Singleline).Groups[1].Value),
            ("template.js", $"export default String.raw`{Regex.Match(component, "<template>(.*)</template>", RegexOptions.Singleline).Groups[1].Value}`;"),
            ("page.js",
                """
                import { createApp } from 'vue/dist/vue.esm-bundler.js';
                import component from './script.js';
                import template from './template.js';
                import { roomId } from './where.js';
                const app = createApp({ ...component, template });
                app.config.globalProperties.roomId = roomId;
                app.mount('#app');
                """));
    }

    private async Task TalksAsync(params (string Name, string Text)[] files)
    {
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await grace.CreateRoomAsync("Seed");
        // The component says nothing of its connection.
        var opened = ada.Page.WaitForResponseAsync(answer => answer.Url.Contains($"/chat/room/{room}/events", StringComparison.Ordinal));
        await ada.OpenSeedAsync(room, files);
        Assert.Equal(200, (await opened.WithPatience()).Status);

        await grace.Room.SayAsync("Can you hear me?");
        var field = ada.Page.Locator("input");
        await field.FillAsync("Loud and clear");
        await field.PressAsync("Enter");
        await Expect(grace.Room.Message("Loud and clear")).ToBeVisibleAsync();
        await grace.Room.SayAsync("Good");

        await Expect(Lines(ada.Page)).ToHaveTextAsync([$"{grace.Name}: Can you hear me?", $"{ada.Name}: Loud and clear", $"{grace.Name}: Good"]);
    }

    private static ILocator Lines(IPage page) => page.Locator("#app p, #app .message");
}
