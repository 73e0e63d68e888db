import { reconnectionHandler } from './circuit/admin-circuit.js';
import { startThemeSwitch } from './page/theme-switch.js';

startThemeSwitch();
await Blazor.start({ circuit: { reconnectionHandler } });
Blazor.addEventListener('enhancedload', () => document.dispatchEvent(new Event('page-updated')));
