using BlazorChat.E2E.Hosting;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What a page of another port of the same host makes a signed-in browser send.</summary>
public sealed class OtherSitesTests(Chat chat)
{
    // Forms and plain requests are sent without asking the chat first; each would do something if it were ours.
    private const string SendAll =
        """
        async ({ chat, room }) => {
            const send = (path, method, body, type) => fetch(chat + path, {
                method, body, credentials: 'include', mode: type ? 'cors' : 'no-cors', headers: type ? { 'Content-Type': type } : {},
            }).then(answer => answer.type, () => 'refused');
            const form = path => new Promise(done => {
                const frame = Object.assign(document.createElement('iframe'), { name: 'f' + Math.random() });
                const form = document.createElement('form');
                document.body.append(frame, form);
                Object.assign(form, { method: 'post', action: chat + path, target: frame.name });
                frame.onload = done;
                form.submit();
            });
            const socket = new Promise(done => {
                const opening = new WebSocket(chat.replace('http', 'ws') + '/_blazor');
                opening.onopen = () => done('open');
                opening.onerror = () => done('refused');
            });
            const stream = new Promise(done => {
                const opening = new EventSource(chat + '/chat/events', { withCredentials: true });
                opening.onmessage = opening.onopen = () => done('open');
                opening.onerror = () => { opening.close(); done('refused'); };
            });
            await send(`/chat/room/${room}/join`, 'POST');
            await send('/auth/revoke', 'POST');
            await send('/account/logout', 'POST');
            await send('/chat/messages', 'POST', new Blob([JSON.stringify({ room_id: room, message: 'forged' })]));
            await form(`/chat/room/${room}/join`);
            await form('/account/logout');
            return [
                'socket ' + await socket,
                'stream ' + await stream,
                'post ' + await send('/chat/messages', 'POST', JSON.stringify({ room_id: room, message: 'forged' }), 'application/json'),
                'read ' + await send('/auth/me', 'GET', undefined, 'application/json'),
            ];
        }
        """;

    [Fact]
    public async Task Nothing_is_done_and_nothing_is_told()
    {
        using var elsewhere = new OtherSite();
        await using var ada = await chat.SignUpAsync("ada");
        await using var grace = await chat.SignUpAsync("grace");
        var room = await grace.MakeRoomAsync("Forgeries");
        // Each refusal is an error in the console.
        ada.LosesConnection = true;
        await ada.Page.GotoAsync(elsewhere.Address);

        var got = await ada.Page.EvaluateAsync<string[]>(
            SendAll, new { chat = chat.Server.Address.ToString().TrimEnd('/'), room }).WithPatience();

        Assert.Equal(["socket refused", "stream refused", "post refused", "read refused"], got);
        // Still signed in, no member, and nothing was said.
        await ada.OpenAsync(room);
        Assert.Equal(grace.Name, Assert.Single((await grace.Api("GET", $"/chat/room/{room}/members")).GetProperty("members").EnumerateArray())
            .GetProperty("username").GetString());
        await Expect(ada.Room.Message("forged")).ToHaveCountAsync(0);
    }
}
