import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ReplyContext } from '../../BlazorChat.Web/wwwroot/js/composer/reply-context.js';

const replyTo = { id: '7', name: 'grace', excerpt: 'Shall we?' };

function open(field) {
    const element = elementFrom('<div class="context" hidden></div>');
    return { element, context: new ReplyContext(element, field, () => {}) };
}

test('what is answered in a field is kept while one is elsewhere', () => {
    open('general').context.show(replyTo);
    assert.equal(open('other').context.replyTo, null);
    const { element, context } = open('general');
    assert.deepEqual([context.replyTo, element.hidden, element.querySelector('.excerpt').textContent], [replyTo, false, 'Shall we?']);
    element.querySelector('.cancel').click();
    assert.deepEqual([open('general').context.replyTo, open('general').element.hidden], [null, true]);
});

test('what a message said is not shown once it is deleted', () => {
    const { element, context } = open('deleted');
    context.show(replyTo);
    context.deleted({ id: '8' });
    assert.equal(element.querySelector('.excerpt').textContent, 'Shall we?');
    context.deleted({ id: '7' });
    assert.deepEqual([element.querySelector('.excerpt').textContent, context.replyTo.id], ['message deleted', '7']);
});
