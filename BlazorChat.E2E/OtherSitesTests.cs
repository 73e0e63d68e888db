using BlazorChat.E2E.Hosting;
using static Microsoft.Playwright.Assertions;

namespace BlazorChat.E2E;

/// <summary>What a page of another port of the same host makes a signed-in browser send: by its cookie, or with a token.</summary>
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

    // What a page of an allowed origin does: all of it by fetch and with a token.
    private const string UseIt =
        """
        async ({ chat, name, room }) => {
            const asJson = { 'Content-Type': 'application/json', 'User-ID': name };
            const signIn = await fetch(chat + '/auth/token', {
                method: 'POST', headers: asJson, body: JSON.stringify({ username: name, password: 'PASSWORD' }),
            });
            const bearer = { Authorization: 'Bearer ' + (await signIn.json()).access_token };
            const stream = (await fetch(`${chat}/chat/room/${room}/events`, { headers: bearer })).body
                .pipeThrough(new TextDecoderStream()).getReader();
            const sent = await fetch(chat + '/chat/messages', {
                method: 'POST', headers: { ...asJson, ...bearer }, body: JSON.stringify({ room_id: room, message: 'from elsewhere' }),
            });
            let heard = '';
            while (!heard.includes('"text":"from elsewhere"'))
                heard += (await stream.read()).value;
            const form = new FormData();
            form.append('room_id', room);
            form.append('file', new Blob(['twelve bytes']), 'notes.txt');
            const { message } = await (await fetch(chat + '/chat/files', { method: 'POST', headers: bearer, body: form })).json();
            const part = await fetch(chat + message.file_url, { headers: { ...bearer, Range: 'bytes=7-' } });
            const gone = await fetch(`${chat}/chat/messages/${message.id}`, { method: 'DELETE', headers: bearer });
            const withoutToken = await fetch(chat + '/auth/me');
            return [
                'sent ' + sent.status, 'part ' + await part.text() + ' ' + part.headers.get('Content-Range'), 'tag ' + !!part.headers.get('ETag'),
                'gone ' + gone.status, 'without a token ' + withoutToken.status + ' ' + (await withoutToken.json()).code,
            ];
        }
        """;

    [Fact]
    public async Task A_page_of_an_allowed_origin_talks_with_a_token()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.MakeRoomAsync("Open");
        // Being told that one is not signed in is an error in the console.
        ada.LosesConnection = true;
        await ada.Page.GotoAsync(chat.Friend.Address);

        var got = await ada.Page.EvaluateAsync<string[]>(
            UseIt.Replace("PASSWORD", Person.Password, StringComparison.Ordinal),
            new { chat = chat.Server.Address.ToString().TrimEnd('/'), room, name = ada.Name }).WithPatience();

        Assert.Equal(
            ["sent 201", "part bytes bytes 7-11/12", "tag true", "gone 204", "without a token 401 not_signed_in"], got);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Nothing_is_done_and_nothing_is_told_by_cookie(bool isAllowed)
    {
        using var stranger = new OtherSite();
        var elsewhere = isAllowed ? chat.Friend : stranger;
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
