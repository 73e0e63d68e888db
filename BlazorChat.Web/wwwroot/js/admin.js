import { reconnectionHandler } from './admin-circuit.js';
import { startThemeSwitch } from './theme-switch.js';

startThemeSwitch();
await Blazor.start({ circuit: { reconnectionHandler } });
Blazor.addEventListener('enhancedload', () => document.dispatchEvent(new Event('page-updated')));
