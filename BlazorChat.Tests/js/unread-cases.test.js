import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { UnreadCounts } from '../../BlazorChat.Web/wwwroot/js/page/unread-counts.js';

const { cases } = JSON.parse(readFileSync(new URL('../Shared/unread-cases.json', import.meta.url)));

/** What the server tells of an act, as its own test of the same table hears it. */
class Server {
    #messages = [];
    #replies = [];
    #wish = { notify: 'all', pinned: false, muted: false };

    tells(act) {
        const { by, text, prefer, alsoInRoom } = act;
        if (act.say || act.enter) return this.#event('message', this.#post(by, act.say ?? 'entered the room'));
        if (act.reply) return this.#event('message', this.#reply(by, text, alsoInRoom));
        if (act.editReply) return this.#event('message_edited', Object.assign(this.#replies[act.editReply - 1], { mentions: mentionsIn(text, by) }));
        if (act.deleteReply) return this.#event('message_deleted', Object.assign(this.#replies[act.deleteReply - 1], { deleted: true, mentions: [] }));
        if (act.edit) return this.#event('message_edited', Object.assign(this.#messages[act.edit - 1], { mentions: mentionsIn(text, by) }));
        if (act.delete) return this.#event('message_deleted', Object.assign(this.#messages[act.delete - 1], { deleted: true, mentions: [] }));
        if (prefer) return this.#event('preferences', Object.assign(this.#wish, prefer));
        if (act.block !== undefined) return { name: 'block', data: { user_id: 'grace', blocked: act.block } };
        return this.#event('read', { number: act.read ?? act.unread - 1 });
    }

    #post(by, text) {
        const message = { number: this.#messages.length + 1, user_id: by, mentions: mentionsIn(text, by), deleted: false };
        this.#messages.push(message);
        return message;
    }

    #reply(by, text, alsoInRoom) {
        const reply = alsoInRoom ? this.#post(by, text) : { number: null, user_id: by, mentions: mentionsIn(text, by), deleted: false };
        this.#replies.push(reply);
        return reply;
    }

    #event(name, data) {
        return { name, data: { room_id: 'room', ...data } };
    }
}

const mentionsIn = (text, by) => [...text.matchAll(/@(\w+)/g)].map(([, name]) => name).filter(name => name !== by);

for (const { case: name, acts } of cases) test(`unread: ${name}`, () => {
    const server = new Server();
    const counts = new UnreadCounts([{ id: 'room', unread: 0, mentions: 0, last: 0, notify: 'all', muted: false }], 'me');
    for (const act of acts) {
        const asks = counts.apply(server.tells(act), null);
        assert.equal(asks, act.asks ?? false, JSON.stringify(act));
        const [unread, mentions, calls] = act.is;
        if (asks) counts.load([{ ...counts.of('room'), unread, mentions }]);
        assert.deepEqual([counts.of('room').unread, counts.of('room').mentions, counts.total], [unread, mentions, calls], JSON.stringify(act));
    }
});
