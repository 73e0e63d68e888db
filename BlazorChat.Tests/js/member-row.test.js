import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { showMember } from '../../BlazorChat.Web/wwwroot/js/around/member-row.js';

const row = (status = '') => elementFrom(`<li class="member" data-user="1"><button>
    <span class="avatar" data-face-of="1">A</span>
    <span class="member-name" title="ada"><span data-name-of="1">ada</span> (you)${status && `<span class="member-status">${status}</span>`}</span></button></li>`);
const ada = { user_id: '1', username: 'ada', display_name: null, avatar_url: null, status_text: '' };
const words = li => [li.querySelector('.member-name').textContent, li.querySelector('.member-name').title];

test('a new status stands below the name', () => {
    const li = row();
    showMember(li, { ...ada, status_text: 'At <lunch>' });
    assert.deepEqual(words(li), ['ada (you)At <lunch>', 'ada · At <lunch>']);
});

test('another one takes its place, and none is nothing', () => {
    const li = row('At lunch');
    showMember(li, { ...ada, status_text: 'Back' });
    assert.equal(li.querySelectorAll('.member-status').length, 1);
    showMember(li, ada);
    assert.deepEqual(words(li), ['ada (you)', 'ada']);
});

test('a new name comes with the username in the title', () => {
    const li = row();
    showMember(li, { ...ada, display_name: 'Ada L.' });
    assert.deepEqual(words(li), ['Ada L. (you)', 'Ada L. · @ada']);
});
