import { startTimes } from './base/local-times.js';
import { reconnectionHandler } from './circuit/admin-circuit.js';
import { startThemeSwitch } from './page/theme-switch.js';

startThemeSwitch();
startTimes();
Blazor.start({ circuit: { reconnectionHandler } })
    .then(() => Blazor.addEventListener('enhancedload', () => document.dispatchEvent(new Event('page-updated'))));
