import { request } from '../base/api.js';
import { goToRoom } from '../base/walking.js';

/**
 * Goes to the conversation with somebody; the first time it begins with that.
 * @param {string} user
 * @returns {Promise<import('../base/api.js').Answer>}
 */
export async function writeTo(user) {
    const answer = await request('POST', '/chat/direct', { user_id: user });
    if (answer.ok) goToRoom(answer.body.id);
    return answer;
}
