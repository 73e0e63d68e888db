import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Room, server } from './fakes/room.js';

const { ThreadList } = await import('../../BlazorChat.Web/wwwroot/js/threads/thread-list.js');
mock.timers.enable({ apis: ['setTimeout'] });
customElements.define('thread-list', ThreadList);

test('the list of threads is drawn again when a room is called otherwise or goes, and when I come into one or leave it', async () => {
    const room = await Room.open([]);
    server.answers(`GET ${location.href}`, { html: '<thread-list></thread-list>' });
    document.body.append(elementFrom('<thread-list data-permanent="threads"><ul></ul></thread-list>'));
    for (const [name, about, isAsked] of [
        ['room', { room_id: 'other', room: { name: 'Harbour' } }, true],
        ['room', { room_id: 'other', room: null }, true],
        ['member', { room_id: 'other', user_id: 'ada', role: null }, true],
        ['member', { room_id: 'other', user_id: 'grace', role: null }, false],
    ]) {
        mock.timers.tick(2_000);
        const asked = server.asked(`GET ${location.href}`).length;
        await room.tellElsewhere(name, about);
        assert.equal(server.asked(`GET ${location.href}`).length - asked, isAsked ? 1 : 0, JSON.stringify([name, about]));
    }
});
