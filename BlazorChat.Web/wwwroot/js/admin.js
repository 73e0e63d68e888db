import { startTimes } from './base/local-times.js';
import { reconnectionHandler } from './circuit/admin-circuit.js';
import { startSingleClicks } from './circuit/single-clicks.js';
import { startThemeSwitch } from './page/theme-switch.js';

startSingleClicks();
startThemeSwitch();
startTimes();
Blazor.start({ circuit: { reconnectionHandler } })
    .then(() => Blazor.addEventListener('enhancedload', () => document.dispatchEvent(new Event('page-updated'))));
