import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Chosen, droppedFiles, named, nameOf, pastedFiles } from '../../BlazorChat.Web/wwwroot/js/files/chosen.js';

const LIMIT = 25 * 1024 * 1024;

test('files are taken in their order and handed out once', () => {
    const chosen = new Chosen();
    chosen.add([{ name: 'a', size: 1 }, { name: 'b', size: LIMIT }], LIMIT);
    assert.deepEqual(chosen.take().map(({ name }) => name), ['a', 'b']);
    assert.deepEqual(chosen.take(), []);
});

test('what is too large or empty is refused by name, and the others stay', () => {
    const chosen = new Chosen();
    const refused = chosen.add([{ name: 'film.mp4', size: LIMIT + 6 * 1024 * 1024 }, { name: 'a', size: 1 }, { name: 'nil.txt', size: 0 }], LIMIT);
    assert.deepEqual(refused, ['film.mp4 is too large: it has 31 MB, and a file may have up to 25 MB.', 'nil.txt is empty.']);
    assert.deepEqual(chosen.files.map(({ name }) => name), ['a']);
});

test('one file can be taken out again', () => {
    const chosen = new Chosen();
    const [a, b] = [{ name: 'same', size: 1 }, { name: 'same', size: 1 }];
    chosen.add([a, b], LIMIT);
    chosen.remove(a);
    assert.deepEqual(chosen.files, [b]);
});

test('a picture from the clipboard is named by the time', () => {
    const pasted = named(new File(['x'], 'image.png', { type: 'image/png' }), new Date(2026, 10, 25, 14, 3));
    assert.deepEqual([pasted.name, pasted.type, pasted.size], ['Pasted image 2026-11-25 14.03.png', 'image/png', 1]);
});

test('a file with a name of its own keeps it', () => {
    const file = new File(['x'], 'Holiday.png');
    assert.equal(named(file), file);
});

test('what an office program copies is text, though it offers a picture of it', () => {
    const files = [new File(['x'], 'image.png')];
    assert.deepEqual(pastedFiles({ types: ['text/plain', 'text/html', 'Files'], files }), []);
    assert.deepEqual(pastedFiles({ types: ['text/html', 'Files'], files }), files);
    assert.deepEqual(pastedFiles(null), []);
});

test('folders are told apart from files', () => {
    const item = isDirectory => ({ kind: 'file', webkitGetAsEntry: () => ({ isDirectory }) });
    const dropped = droppedFiles({ items: [{ kind: 'string' }, item(false), item(true)], files: [{ name: 'a.txt' }, { name: 'photos' }] });
    assert.deepEqual(dropped, { files: [{ name: 'a.txt' }], folders: ['photos'] });
});

test('letters that came apart are put together, as they are typed', () => {
    assert.equal(nameOf(new File([], 'u\u0308bersicht.pdf')), '\u00fcbersicht.pdf');
});
