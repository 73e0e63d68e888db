import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { edit } from '../../BlazorChat.Web/wwwroot/js/timeline/message-edit.js';
import { markSent, pendingArticle, refresh, showState } from '../../BlazorChat.Web/wwwroot/js/timeline/message-item.js';
import { article, message } from './fakes/messages.js';
import { viewer } from './fakes/viewer.js';

const entry = (what = {}) => ({ clientId: 'c1', room: 'general', text: 'Hello', replyTo: null, at: message(1).timestamp, state: 'pending', again: false, ...what });

function shown(what) {
    const one = article(1, what);
    const timeline = document.createElement('chat-timeline');
    timeline.append(one);
    document.body.replaceChildren(timeline);
    return one;
}

const textOf = one => one.querySelector('.text')?.textContent;

test('an edited message shows what it says now, in the element that was there', () => {
    const one = shown({ text: 'Before' });
    refresh(one, article(1, { text: 'After', edited: true }));
    assert.deepEqual([textOf(one), 'edited' in one.dataset], ['After', true]);
});

test('what a message no longer has goes', () => {
    const one = shown({ mentions: ['ada'], reactions: { '👍': ['ada'] } });
    refresh(one, article(1));
    assert.deepEqual(['mentions' in one.dataset, one.querySelector('.reaction')], [false, null]);
});

test('an open editor stays, with what is written there, until it is closed', () => {
    const one = shown({ text: 'Before' });
    edit(one);
    const area = one.querySelector('form.edit textarea');
    area.value = 'Half written';
    refresh(one, article(1, { text: 'Before', reactions: { '👍': ['grace'] } }));
    assert.equal(one.querySelector('form.edit textarea'), area);
    assert.equal(area.value, 'Half written');
    assert.equal(document.activeElement, area);
    one.querySelector('form.edit button[type=button]').click();
    assert.equal(textOf(one), 'Before');
});

test('of a deleted message nothing is left to edit or to ask about', () => {
    const one = shown();
    edit(one);
    one.querySelector('.content').append(elementFrom('<div class="confirm">Delete this message?</div>'));
    refresh(one, article(1, { deleted: true }));
    assert.deepEqual([one.querySelector('form'), one.querySelector('.confirm'), textOf(one)], [null, null, 'This message was deleted']);
});

test('what was asked beside a message stays while it changes', () => {
    const one = shown();
    const asked = elementFrom('<div class="confirm">Delete this message?</div>');
    const bar = elementFrom('<div class="actions"></div>');
    one.querySelector('.content').append(asked);
    one.append(bar);
    refresh(one, article(1, { text: 'After' }));
    assert.equal(one.querySelector('.content > .confirm'), asked);
    assert.equal(one.querySelector(':scope > .actions'), bar);
});

test('the focus stays on the reaction that had it', () => {
    const one = shown({ reactions: { '👍': ['grace'], '❤️': ['grace'] } });
    one.querySelector('[data-reaction="❤️"]').focus();
    refresh(one, article(1, { reactions: { '❤️': ['ada', 'grace'] } }));
    assert.equal(document.activeElement, one.querySelector('[data-reaction="❤️"]'));
});

test('the focus goes to the message when the reaction that had it goes', () => {
    const one = shown({ reactions: { '👍': ['grace'] } });
    one.querySelector('.reaction').focus();
    refresh(one, article(1));
    assert.equal(document.activeElement, one);
});

test('a file that stays is the same element, and goes on playing', () => {
    const one = shown({ file: 'song.ogg', text: 'Listen' });
    const file = one.querySelector('.attachment');
    refresh(one, article(1, { file: 'song.ogg', text: 'Listen!', reactions: { '👍': ['ada'] } }));
    assert.equal(one.querySelector('.attachment'), file);
    assert.deepEqual([textOf(one), one.querySelectorAll('.attachment, .text, .reaction').length], ['Listen!', 3]);
});

test('another file takes its place', () => {
    const one = shown({ file: 'song.ogg' });
    refresh(one, article(1, { file: 'other.ogg' }));
    assert.deepEqual([...one.querySelectorAll('.attachment')].map(({ dataset }) => dataset.file), ['other.ogg']);
});

test('what is on its way shows what was written, as text and line by line', () => {
    const one = pendingArticle(entry({ text: '<b>a</b>\nb' }), viewer());
    assert.equal(one.querySelector('.text').innerHTML, '&lt;b&gt;a&lt;/b&gt;<br>b');
    assert.deepEqual([one.dataset.user, one.dataset.clientId, one.dataset.number], ['ada', 'c1', undefined]);
});

test('what is on its way shows what it answers', () => {
    const one = pendingArticle(entry({ replyTo: { id: 'm1', name: 'Grace', excerpt: 'Shall we?' } }), viewer());
    const quote = one.querySelector('.quote');
    assert.deepEqual([quote.dataset.replyTo, quote.textContent], ['m1', 'Grace Shall we?']);
});

test('what failed says why, until it is tried again', () => {
    const one = pendingArticle(entry(), viewer());
    showState(one, entry({ state: 'failed', reason: 'You are muted.' }));
    assert.equal(one.querySelector('.failure span').textContent, 'Not sent. You are muted.');
    assert.deepEqual([...one.querySelectorAll('.failure button')].map(({ dataset }) => dataset.act), ['retry', 'discard']);
    assert.deepEqual([one.classList.contains('failed'), one.classList.contains('pending')], [true, false]);
    showState(one, entry());
    assert.deepEqual([one.classList.contains('failed'), one.classList.contains('pending'), one.querySelector('.failure')], [false, true, null]);
});

test('what was sent has its id, its number and the text as the server shows it', () => {
    const one = pendingArticle(entry({ text: '**Hello**' }), viewer());
    markSent(one, { ...message(7), html: '<strong>Hello</strong>' });
    assert.deepEqual([one.id, one.dataset.id, one.dataset.number], ['message-m7', 'm7', '7']);
    assert.equal(one.querySelector('.text').innerHTML, '<strong>Hello</strong>');
    assert.equal(one.classList.contains('pending'), false);
});
