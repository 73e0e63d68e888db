import { onCircuit } from './circuit.js';
import { live } from './live.js';

const PATIENCE = 1_500;
const KEEP_WRITING = 'You can keep writing; messages go out when the connection is back.';
const TEXTS = {
    'reconnecting': `Reconnecting… ${KEEP_WRITING}`,
    'connecting': `Connecting… ${KEEP_WRITING}`,
    'offline': `You are offline. ${KEEP_WRITING}`,
};

/** The thin bar that says what does not work, and what still does. Short breaks are not worth a word. */
export function startConnectionBar() {
    let timer = 0;
    let circuit = 'up';

    const draw = () => {
        const bar = document.getElementById('connection');
        if (!bar) return;
        const content = contentFor(live.state, circuit);
        bar.hidden = content.length === 0;
        bar.dataset.state = live.state;
        bar.replaceChildren(...content);
    };
    const update = () => {
        clearTimeout(timer);
        if (live.state in TEXTS) timer = setTimeout(draw, PATIENCE);
        else draw();
    };
    live.onState(update);
    onCircuit(state => {
        circuit = state;
        update();
    });
    document.addEventListener('page-updated', draw);
}

function contentFor(state, circuit) {
    if (state in TEXTS) return [TEXTS[state]];
    if (state === 'signed-out') {
        const back = encodeURIComponent(location.pathname + location.search);
        return ['You are signed out. ', link(`/account/login?returnUrl=${back}`, 'Sign in')];
    }
    if (circuit === 'lost') return ['The lists beside the conversation have stopped. ', link(location.href, 'Load the page again')];
    return [];
}

function link(href, textContent) {
    const element = Object.assign(document.createElement('a'), { href, textContent });
    element.dataset.enhanceNav = 'false';
    return element;
}
