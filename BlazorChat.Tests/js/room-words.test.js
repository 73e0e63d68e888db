import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayNameRooms, RoomWords, roomWordsIn, wordOf } from '../../BlazorChat.Web/wwwroot/js/links/room-words.js';

const room = (id, name, kind = 'public') => ({ id, name, kind });
const words = new RoomWords([
    room('general', 'General'), room('dev-ops', 'Dev ops'), room('design', 'The design team'), room('room-0a1b2c3d', 'Общий чат'),
    room('room-00000001', '営業'), room('room-00000002', 'عام'), room('room-00000003', 'คุยเล่น'), room('room-00000004', 'Café Zoë'),
    room('x1', 'Plans', 'private'), room('x2', 'Twice', 'private'), room('x3', 'twice', 'private'), room('x4', 'General', 'private'),
    room('d1', 'Grace', 'direct'), room('t1', 'Two', 'public'), room('t2', 'Two', 'public'), room('x5', 'Two', 'private'),
]);
const linked = text => words.piecesOf(text).map(piece => piece.room ? `<${piece.written}=${piece.room.id}>` : piece).join('');

test('rooms are found by their ids and by their names, in any script', () => {
    for (const [text, shown] of [
        ['see #general', 'see <#general=general>'],
        ['#General, #dev-ops!', '<#General=general>, <#dev-ops=dev-ops>!'],
        ['(#the-design-team)', '(<#the-design-team=design>)'],
        ['в #общий-чат.', 'в <#общий-чат=room-0a1b2c3d>.'],
        ['اكتب في #عام، شكرا', 'اكتب في <#عام=room-00000002>، شكرا'],
        ['#café-zoë #cafe\u0301-zoe\u0308', '<#café-zoë=room-00000004> <#cafe\u0301-zoe\u0308=room-00000004>'],
        ['#plans', '<#plans=x1>'],
        ['#general-', '<#general=general>-'],
        ["#general's", "<#general=general>'s"],
    ]) assert.equal(linked(text), shown);
});

test('where no spaces are written, a name ends anywhere', () => {
    assert.equal(linked('今日は#営業を見て'), '今日は<#営業=room-00000001>を見て');
    assert.equal(linked('ดู#คุยเล่นนะ'), 'ดู<#คุยเล่น=room-00000003>นะ');
    assert.equal(linked('#general에서'), '<#general=general>에서');
});

test('other words stay', () => {
    for (const text of ['#generally', 'C#general', 'a#general', '##general', '/#general', '&#general', '# general', '#', '#nobody', '#grace', '#1234', '@#general']) assert.equal(linked(text), text);
});

test('a name that two rooms have means neither, and one that is an id means that room', () => {
    assert.equal(linked('#twice #two #t2 #general'), '#twice #two <#t2=t2> <#general=general>');
});

test('a name is written as one word', () => {
    assert.equal(wordOf('  R & D: Plans! '), 'r-d-plans');
    assert.equal(wordOf('🚀 Launch'), 'launch');
    assert.equal(wordOf('ＡＢＣ'), 'abc');
});

test('what could name none is not looked through', () => {
    for (const text of ['C#', '# title', 'a#b', '']) assert.ok(!mayNameRooms(text), text);
    assert.deepEqual(roomWordsIn('#a b #c-d'), ['a', 'c-d']);
});

test('a long word costs little', () => assert.equal(linked(`#${'営'.repeat(40_000)}`).length, 40_001));
