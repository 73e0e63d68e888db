import { ListedFound } from '../page/listed-found.js';

// What others did that concerns me.
export class ActivityList extends ListedFound {
    changes(outdated) {
        const { me } = this.dataset;
        // Of an answer, only the server knows whom it answers.
        const ofMine = ({ user_id, mentions, reply_to, thread_id }) => user_id !== me && (mentions.includes(me) || reply_to || thread_id) && outdated();
        return {
            message: ofMine,
            message_edited: ofMine,
            reaction: ({ author_id, user_id }) => author_id === me && user_id !== me && outdated(),
        };
    }
}
