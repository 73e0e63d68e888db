import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { startSingleClicks } from '../../BlazorChat.Web/wwwroot/js/circuit/single-clicks.js';

startSingleClicks();

function clicks(html, selector) {
    document.body.innerHTML = html;
    let seen = 0;
    const button = document.querySelector(selector);
    button.addEventListener('click', () => seen++);
    for (const detail of [1, 2]) button.dispatchEvent(Object.assign(new Event('click', { bubbles: true, cancelable: true }), { detail }));
    return seen;
}

test('a double click is one click on what Blazor answers', () => {
    for (const place of ['div class="mud-dialog"', 'main class="admin-main"']) {
        const tag = place.split(' ')[0];
        assert.equal(clicks(`<${place}><button>Open</button></${tag}>`, 'button'), 1, place);
    }
    assert.equal(clicks('<nav class="rooms"><button data-dialog="create">New room</button></nav>', 'button'), 1);
    assert.equal(clicks('<div class="mud-overlay"></div>', '.mud-overlay'), 1);
});

test('elsewhere each click counts', () => {
    assert.equal(clicks('<header><button data-menu="room-menu">Room menu</button></header>', 'button'), 2);
    assert.equal(clicks('<div class="lightbox"><button>Next</button></div>', 'button'), 2);
    assert.equal(clicks('<nav class="rooms"><input></nav>', 'input'), 2);
    assert.equal(clicks('<main class="admin-main"><div class="mud-table-pagination"><button>Next</button></div></main>', 'button'), 2);
});
