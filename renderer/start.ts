import './component-styles.ts';
import { openBridge } from './api/bridge.ts';
import { chooseLanguage } from './locales/choose.ts';
import { loadLanguage } from './locales/load.ts';

// What takes time is begun at once, all of it together: the way to the console, the texts, and the window's own code, which is large.
const bridge = openBridge();
const language = chooseLanguage('auto', navigator.languages);
// Not awaited here: the window's code has parts in common with this file, and waits until it has run.
void Promise.all([import('./main.tsx'), loadLanguage(language)]).then(([{ draw }]) =>
  draw(bridge, language),
);
