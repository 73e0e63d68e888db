/** The message on which threads hang here: the first one. */
export const ROOT = '1';

/** What the server tells of an act, as its own test of the same table hears it. */
export class UnreadServer {
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
        if (act.readReply) return this.#event('thread_read', { thread_id: ROOT });
        if (act.unreadReply) return this.#event('thread_followed', { thread_id: ROOT, following: true });
        if (act.follow !== undefined) return this.#event('thread_followed', { thread_id: ROOT, following: act.follow });
        if (prefer) return this.#event('preferences', Object.assign(this.#wish, prefer));
        if (act.block !== undefined) return { name: 'block', data: { user_id: 'grace', blocked: act.block } };
        return this.#event('read', { number: act.read ?? act.unread - 1 });
    }

    #post(by, text) {
        const message = { number: this.#messages.length + 1, thread_id: null, user_id: by, mentions: mentionsIn(text, by), deleted: false };
        this.#messages.push(message);
        return message;
    }

    #reply(by, text, alsoInRoom) {
        const reply = Object.assign(alsoInRoom ? this.#post(by, text) : { number: null, user_id: by, mentions: mentionsIn(text, by), deleted: false }, { thread_id: ROOT });
        this.#replies.push(reply);
        return reply;
    }

    #event(name, data) {
        return { name, data: { room_id: 'room', ...data } };
    }
}

const mentionsIn = (text, by) => [...text.matchAll(/@(\w+)/g)]
    .flatMap(([, name]) => /^(room|here)$/i.test(name) ? ['me', 'grace'] : [name]).filter(name => name !== by);
