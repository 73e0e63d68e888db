import { request, sentence } from '../base/api.js';
import { withoutBlankEnds } from '../base/blanks.js';
import { grow } from '../base/grow.js';
import { isOfPage, keysHere } from '../base/keyboard.js';
import { say } from '../base/toast.js';
import { isMeant, manyIn, mayDisturb } from '../writing/everybody.js';
import { Writing } from '../writing/writing.js';
import { dressText } from './message-dress.js';
import { showText, textOf } from './message-text.js';
import { previewBy, TextPreview } from './text-preview.js';

/** The element that each form replaces until it closes. @type {WeakMap<HTMLFormElement, Element>} */
const shown = new WeakMap();
/** What was begun and not saved, by the message's id: a message may be let go with its editor. @type {Map<string, string>} */
const unfinished = new Map();

/** Puts an editor in the place of a message's text. */
export function putAside(text, form) {
    shown.set(form, text);
    text.replaceWith(form);
}

/** Opens the editors of what was begun and not saved again. @param {HTMLElement[]} articles */
export function resume(articles) {
    for (const article of articles)
        if (unfinished.has(article.dataset.id) && !('deleted' in article.dataset)) edit(article, { isAsked: false });
}

/**
 * A message was deleted while it was edited: what was begun goes to the field below, and so does what is being typed.
 * @param {HTMLElement} article
 * @param {boolean} hadFocus
 */
export function rescue(article, hadFocus) {
    const { id, room } = article.dataset;
    const thread = article.closest('chat-timeline')?.dataset.thread ?? null;
    const text = unfinished.get(id) ?? '';
    unfinished.delete(id);
    document.dispatchEvent(new CustomEvent('chat-rescue', { detail: { room, thread, text, hadFocus } }));
    say(`This message was deleted while you changed it.${text ? ' What you wrote is in the field below.' : ''}`);
}

/**
 * Edits a message where it stands: Enter saves, Escape leaves it as it was.
 * @param {HTMLElement} article
 * @param {{ isAsked?: boolean }} [how] whether somebody asks for it now, and wants to write
 */
export function edit(article, { isAsked = true } = {}) {
    if (article.querySelector('form.edit')) return article.querySelector('textarea').focus();
    const form = document.createElement('form');
    form.className = 'edit';
    form.innerHTML = `<textarea rows="1" dir="auto" enterkeyhint="done" aria-label="Edit message"></textarea>
        <div class="edit-foot"><button type="button">Cancel</button> <button type="button" class="preview-button" title="Preview (${keysHere('Ctrl Alt P')})">Preview</button> <button type="submit" class="save">Save</button>
            <span class="hint" role="status"></span></div>`;
    const hint = form.querySelector('.hint');
    const note = (text, isError = false) => {
        hint.textContent = text;
        hint.classList.toggle('error', isError);
    };
    const explain = () => note(matchMedia('(pointer: coarse)').matches ? '' : 'Enter to save, Esc to cancel');
    explain();
    const area = form.querySelector('textarea');
    const { id } = article.dataset;
    const before = textOf(article);
    area.value = unfinished.get(id) ?? before;
    putAside(article.querySelector('.text'), form);
    const writing = new Writing(area, `completion-${id}`, { room: article.dataset.room, me: article.dataset.user, kind: article.closest('chat-timeline')?.dataset.kind });
    const preview = new TextPreview(area, article.dataset.room);
    previewBy(area, preview, form.querySelector('.preview-button'));

    const close = () => {
        unfinished.delete(id);
        form.replaceWith(shown.get(form));
        article.focus({ preventScroll: true });
    };
    form.querySelector('button').addEventListener('click', close);
    area.addEventListener('input', () => {
        unfinished.set(id, area.value);
        if (hint.classList.contains('error')) explain();
        grow(area);
    });
    area.addEventListener('keydown', event => {
        if (event.isComposing || event.keyCode === 229) return;
        if (writing.key(event) || preview.key(event)) return event.stopPropagation();
        if (event.key === 'Escape') close();
        else if (event.key === 'Enter' && !event.shiftKey) form.requestSubmit();
        else if (isOfPage(event)) return;
        else return event.stopPropagation(); // the timeline's keys are letters here
        event.preventDefault();
        event.stopPropagation();
    });
    form.addEventListener('submit', async event => {
        event.preventDefault();
        if (area.readOnly) return;
        const text = withoutBlankEnds(area.value);
        if (text === before) return close();
        const aside = shown.get(form);
        area.readOnly = true;
        if (mayDisturb(text, manyIn(aside)) && !await isMeant(area, article.dataset.room, text)) return void (area.readOnly = false);
        const answer = await request('PATCH', `/chat/messages/${article.dataset.id}`, { message: text });
        area.readOnly = false;
        if (!answer.ok) return note(sentence(answer), true);
        unfinished.delete(id);
        if (!form.isConnected) return;
        // Unless the event that brings the whole message was faster than the answer.
        if (shown.get(form) === aside) showText(aside, answer.body);
        close();
        // What stood aside was not in the message when that was dressed.
        dressText(article);
    });
    grow(area);
    if (!isAsked) return;
    area.focus();
    area.setSelectionRange(area.value.length, area.value.length);
}
