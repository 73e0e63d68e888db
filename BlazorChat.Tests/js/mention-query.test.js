import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mentionAt, peopleFor } from '../../BlazorChat.Web/wwwroot/js/writing/mention-query.js';

const person = (username, display_name = null) => ({ user_id: `id-${username}`, username, display_name });
const people = [person('ada', 'Ada Lovelace'), person('admin'), person('grace', 'Grace Ádám'), person('me', 'Adam'), person('zoe.b')];
const found = (word, all = people) => peopleFor(all, word, 'id-me').map(({ username }) => username);
const written = text => mentionAt(text, text.length);

test('a name begins with an @ at the beginning or after a space, a bracket or a line', () => {
    assert.deepEqual(written('@gr'), { start: 0, word: 'gr' });
    assert.deepEqual(written('hello @gr'), { start: 6, word: 'gr' });
    assert.deepEqual(written('(@gr'), { start: 1, word: 'gr' });
    assert.deepEqual(written('one\n@gr'), { start: 4, word: 'gr' });
});

test('a name begins after emphasis, and after a script without spaces', () => {
    assert.deepEqual(written('_@gr'), { start: 1, word: 'gr' });
    assert.deepEqual(written('(__@gr'), { start: 3, word: 'gr' });
    assert.deepEqual(written('我和@gr'), { start: 2, word: 'gr' });
    for (const text of ['a_@gr', 'é@gr', '@_@gr']) assert.equal(written(text), null, text);
});

test('an @ alone may become anyone', () => assert.deepEqual(written('@'), { start: 0, word: '' }));

test('within an address or a path there is no name', () => {
    for (const text of ['mail@ada', 'https://example.org/@ada', 'a.@ada', '@@ada']) assert.equal(written(text), null, text);
});

test('only what stands before the caret counts', () => {
    assert.deepEqual(mentionAt('@grace and more', 3), { start: 0, word: 'gr' });
    assert.equal(mentionAt('@grace and more', 10), null);
});

test('dots, hyphens and letters of all languages belong to a name', () => assert.equal(written('@zoé.b-c_1').word, 'zoé.b-c_1'));

test('usernames come before words of display names', () => assert.deepEqual(found('ad', [...people, person('bob', 'Bob Adler')]), ['ada', 'admin', 'bob']));

test('capitals do not matter', () => assert.deepEqual(found('LOVE'), ['ada']));

test('nobody is offered themselves', () => assert.deepEqual(found('me'), []));

test('a whole name is complete, unless another begins with it', () => {
    assert.deepEqual(found('grace'), []);
    assert.deepEqual(found('ada', [...people, person('adam.s')]), ['ada', 'adam.s']);
});

test('only so many are offered', () => assert.equal(found('', Array.from({ length: 20 }, (_, n) => person(`p${n}`))).length, 8));
