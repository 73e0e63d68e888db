import assert from 'node:assert/strict';
import { test } from 'node:test';
import { click } from './fakes/dom.js';
import { giveUpDialog, onDialog, openDialog, startDialogs, stillWanted } from '../../BlazorChat.Web/wwwroot/js/page/dialogs.js';

const told = [];
let isThere = false;
startDialogs();
onDialog(() => isThere && told.push(stillWanted().data) > 0);

function show(html, room = 'general') {
    told.length = 0;
    document.body.innerHTML = `<main data-me="ada" data-room="${room}" data-cursor="1-1"></main>${html}`;
}

test('a dialog that is asked for before its island listens is kept for it', () => {
    isThere = false;
    show('');
    openDialog('invites');
    assert.deepEqual(stillWanted(), { name: 'dialog', data: { dialog: 'invites' } });
});

test('it is not opened in another room', () => {
    show('', 'random');
    assert.equal(stillWanted(), null);
});

test('one that could not be opened is given up once', () => {
    show('');
    openDialog('invites');
    assert.deepEqual([giveUpDialog(), giveUpDialog(), stillWanted()], [true, false, null]);
});

test('islands that listen are told at once', () => {
    isThere = true;
    show('');
    openDialog('member', { user_id: 'id-ada' });
    assert.deepEqual(told, [{ dialog: 'member', user_id: 'id-ada' }]);
});

test('a button asks for its dialog, with whom or what it is about', () => {
    show('<button data-dialog="create" data-name="Harbour">Create it</button><button data-dialog="member" data-user="id-ada">Manage</button><button>Nothing</button>');
    for (const button of document.querySelectorAll('button')) click(button);
    assert.deepEqual(told, [{ dialog: 'create', name: 'Harbour', user_id: undefined }, { dialog: 'member', name: undefined, user_id: 'id-ada' }]);
});
