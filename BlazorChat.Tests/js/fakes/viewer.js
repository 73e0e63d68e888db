/** Ada looks, and may do what a member may. */
export const viewer = (what = {}) => ({
    me: 'ada', username: 'ada', name: 'Ada', isMember: true, mayPost: true, mayModerate: false, thread: null, blocked: new Set(), saved: new Set(), ...what,
});
