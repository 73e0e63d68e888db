import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onDialog, openDialog, stillWanted } from '../../BlazorChat.Web/wwwroot/js/page/dialogs.js';

test('a dialog that is asked for before its island listens is kept for it', () => {
    openDialog('invites');
    assert.deepEqual(stillWanted(), { name: 'dialog', data: { dialog: 'invites' } });
});

test('islands that listen are told at once', () => {
    const told = [];
    onDialog(event => told.push(event) > 0);
    openDialog('member', { user_id: 'id-ada' });
    assert.deepEqual(told, [{ name: 'dialog', data: { dialog: 'member', user_id: 'id-ada' } }]);
});
