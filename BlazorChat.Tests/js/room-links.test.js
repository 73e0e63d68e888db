import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { elementFrom } from './fakes/dom.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });

let rooms = [{ id: 'general', name: 'General', kind: 'public' }];
let asked = 0;
globalThis.fetch = async () => {
    asked++;
    return new Response(JSON.stringify({ rooms }), { headers: { 'Content-Type': 'application/json' } });
};
const { linkRooms } = await import('../../BlazorChat.Web/wwwroot/js/links/room-links.js');
const { askRooms, knowRooms } = await import('../../BlazorChat.Web/wwwroot/js/links/known-rooms.js');

const text = html => elementFrom(`<div class="text">${html}</div>`);
const settled = () => new Promise(setImmediate);
const linksIn = element => [...element.querySelectorAll('.room-mention')].map(link => link.textContent);

test('who reads of no room asks for none', () => {
    linkRooms(text('C# and 1 # 2'));
    assert.equal(asked, 0);
});

test('names become links once the rooms are known, and are asked for once', async () => {
    const [one, other] = [text('see #general'), text('and <em>#general</em> too')];
    linkRooms(one);
    linkRooms(other);
    await knowRooms();
    assert.equal(asked, 1);
    assert.deepEqual([...linksIn(one), ...linksIn(other)], ['#general', '#general']);
    const link = one.querySelector('a');
    assert.equal(link.getAttribute('href'), '/room/general');
    assert.equal(one.textContent, 'see #general');
});

test('code, links and names of people stay as they are', async () => {
    const element = text('<code>#general</code><pre><code>#general</code></pre><a href="https://x.example/#general">x #general</a> <span class="mention">@x #general</span>');
    const before = element.innerHTML;
    linkRooms(element);
    await knowRooms();
    assert.equal(element.innerHTML, before);
});

test('a room that is gone is a word again, and a link that is right stays the same element', async () => {
    rooms = [...rooms, { id: 'x', name: 'Plans', kind: 'private' }];
    await askRooms();
    const element = text('#plans in #general');
    linkRooms(element);
    const [, kept] = element.querySelectorAll('a');
    rooms = rooms.slice(0, 1);
    await askRooms();
    linkRooms(element);
    assert.deepEqual(linksIn(element), ['#general']);
    assert.equal(element.querySelector('a'), kept);
    assert.equal(element.textContent, '#plans in #general');
});

test('a word that no room has is asked about once in ten minutes, after a rest, and numbers never', async () => {
    linkRooms(text('#1234 is in #nowhere and #new'));
    await settled();
    mock.timers.tick(40_000); // what was wondered about before
    await settled();
    const before = asked;
    rooms = [...rooms, { id: 'new', name: 'New', kind: 'public' }];

    const element = text('#new, #newer, #5678');
    linkRooms(element);
    await settled();
    assert.equal(asked, before);
    mock.timers.tick(40_000);
    await settled();
    assert.equal(asked, before + 1);
    linkRooms(element);
    assert.deepEqual(linksIn(element), ['#new']);

    linkRooms(text('#newer #99'));
    await settled();
    mock.timers.tick(80_000);
    await settled();
    assert.equal(asked, before + 1);

    rooms = [...rooms, { id: 'newer', name: 'Newer', kind: 'public' }];
    mock.timers.tick(600_000);
    const made = text('#newer is made');
    linkRooms(made);
    await settled();
    mock.timers.tick(40_000);
    await settled();
    linkRooms(made);
    assert.deepEqual(linksIn(made), ['#newer']);
});
