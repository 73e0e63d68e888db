import assert from 'node:assert/strict';
import { beforeEach, mock, test } from 'node:test';
import './fakes/dom.js';
import { showFound, startRoomFilter } from '../../BlazorChat.Web/wwwroot/js/around/room-filter.js';
import { showRooms } from '../../BlazorChat.Web/wwwroot/js/around/room-list.js';

const row = (room, about = '') => `<li class="room-row"><a data-room="${room.toLowerCase()}" data-kind="public" title="${room}" data-unread="0" ${about}><span class="room-name">${room}</span><i class="draft-sign" hidden></i></a></li>`;
const section = (id, rows, button = '') => `<section data-section="${id}"><div class="rooms-section"><h2>${id}</h2>${button}</div><ul>${rows.join('')}</ul>${button && '<button class="list-offer">Write</button>'}</section>`;
const NONE = '<div class="list-none" hidden><p class="list-empty"></p><button data-dialog="create"></button></div>';
const sections = (mine, others = [], direct = [], pinned = []) =>
    section('rooms-pinned', pinned) + section('rooms-mine', mine, '<button>Browse</button>') + section('rooms-direct', direct, '<button>New</button>') + section('rooms-others', others) + NONE;
const list = () => document.querySelector('.rooms-scroll');
const shown = () => [...list().querySelectorAll('li:not([hidden]) .room-name')].map(({ textContent }) => textContent);
let looks = 0;
let canAsk = false;
startRoomFilter(() => looks++, () => canAsk);
mock.timers.enable({ apis: ['setTimeout'] });

function find(text) {
    document.querySelector('#room-filter').value = text;
    document.querySelector('#room-filter').dispatchEvent(new Event('input', { bubbles: true }));
}

beforeEach(() => {
    [looks, canAsk] = [0, false];
    document.body.innerHTML = `<nav id="rooms"><button data-dialog="create"></button><input id="room-filter"><div class="rooms-scroll">${
        sections([row('Harbour'), row('Garden')], [], [row('Grace Hopper', 'data-username="ghopper"')])}</div></nav>`;
    showFound();
});

test('a room is found by any part of its name, a conversation by the username as well', () => {
    find('AR');
    assert.deepEqual(shown(), ['Harbour', 'Garden'].filter(name => name.toLowerCase().includes('ar')));
    find('hop');
    assert.deepEqual(shown(), ['Grace Hopper']);
    find('  gh ');
    assert.deepEqual(shown(), ['Grace Hopper']);
    find('');
    assert.deepEqual(shown(), ['Harbour', 'Garden', 'Grace Hopper']);
});

test('the server looks in other rooms once somebody has typed', () => {
    for (const text of ['h', 'ha', 'har']) {
        find(text);
        mock.timers.tick(100);
    }
    assert.equal(looks, 0);
    mock.timers.tick(100);
    assert.equal(looks, 1);
});

test('while the server looks it is not said that there is no such room', () => {
    canAsk = true;
    find('gar');
    find('garg');
    assert.deepEqual([shown(), list().querySelector('.list-none').hidden], [[], true]);
    showRooms(list(), sections([row('Harbour')]));
    assert.equal(list().querySelector('.list-none').hidden, false);
});

test('rooms that were found go when nothing is looked for any more', () => {
    find('gar');
    showRooms(list(), sections([row('Garden')], [row('Gargoyles', 'class="other"'), row('Garage', 'class="other" aria-current="page"')]));
    assert.deepEqual(shown(), ['Garden', 'Gargoyles', 'Garage']);
    find('');
    assert.deepEqual(shown(), ['Garden', 'Garage']);
});

test('a page that comes has its buttons for a new room called what is looked for', () => {
    find('gargoyle');
    document.querySelector('#rooms > [data-dialog=create]').dataset.name = '';
    document.dispatchEvent(new Event('page-updated'));
    assert.equal(document.querySelector('#rooms > [data-dialog=create]').dataset.name, 'gargoyle');
});

test('what finds nothing says so, and offers to make that room', () => {
    find('<b>');
    assert.equal(list().querySelector('.list-none').hidden, false);
    assert.equal(list().querySelector('.list-empty').textContent, 'No room is called “<b>”.');
    assert.deepEqual([...document.querySelectorAll('[data-dialog=create]')].map(button => button.dataset.name), ['<b>', '<b>']);
    find('');
    assert.equal(list().querySelector('.list-none').hidden, true);
});

test('a section without rooms is hidden unless it has a button; its offer stands there only while nothing is looked for', () => {
    const hidden = () => [...list().querySelectorAll('section[hidden]')].map(({ dataset }) => dataset.section);
    const offers = () => [...list().querySelectorAll('.list-offer')].map(offer => offer.hidden);
    assert.deepEqual([hidden(), offers()], [['rooms-pinned', 'rooms-others'], [true, true]]);
    showRooms(list(), sections([row('Harbour')]));
    assert.deepEqual([hidden(), offers()], [['rooms-pinned', 'rooms-others'], [true, false]]);
    find('nothing');
    assert.deepEqual(offers(), [true, true]);
});

test('a list that comes again changes what changed, and leaves what is unread as it was told', () => {
    let told = 0;
    document.addEventListener('rooms-updated', () => told++, { once: true });
    showRooms(list(), sections([row('Atelier'), row('Garden').replaceAll('Garden</', 'Yard</').replace('title="Garden"', 'title="Yard"')], [], [], [row('Harbour')]));
    assert.deepEqual(shown(), ['Harbour', 'Atelier', 'Yard']);
    assert.equal(told, 1);

    const atelier = list().querySelector('[data-room=atelier]');
    atelier.dataset.unread = '3';
    showRooms(list(), sections([row('Atelier')]));
    assert.equal(list().querySelector('[data-room=atelier]'), atelier);
    assert.equal(atelier.dataset.unread, '3');
});

test('a row that stays says who is here and what is begun as the list that comes does', () => {
    const grace = (status, about = '') => row('Grace', about).replace('<span class="room-name', `<i class="dot ${status}" title="${status}"></i><span class="room-name`);
    showRooms(list(), sections([grace('online', 'data-drafts="room"')]));
    const link = list().querySelector('[data-room=grace]');
    showRooms(list(), sections([grace('offline')]));
    assert.equal(list().querySelector('[data-room=grace]'), link);
    const says = () => [link.querySelector('.dot').className, link.dataset.drafts, link.querySelector('.draft-sign').hidden];
    assert.deepEqual(says(), ['dot offline', undefined, true]);
    showRooms(list(), sections([grace('away', 'data-drafts="room 7"')]));
    assert.deepEqual(says(), ['dot away', 'room 7', false]);
});

test('what somebody looks for is still looked for in a list that comes', () => {
    find('gar');
    showRooms(list(), sections([row('Harbour'), row('Garden')], [row('Gargoyles', 'class="other"')]));
    assert.deepEqual(shown(), ['Garden', 'Gargoyles']);
});

test('the focus stays on the room whose row is drawn again', () => {
    list().querySelector('[data-room=garden]').tabIndex = 0;
    list().querySelector('[data-room=garden]').focus();
    showRooms(list(), sections([row('Harbour')], [], [], [row('Garden', 'data-notify="mentions" tabindex="0"')]));
    assert.equal(document.activeElement, list().querySelector('[data-section=rooms-pinned] [data-room=garden]'));
});
