import './component-styles.ts';
import { consoleShown } from '../shared/address/console-shown.ts';
import { askAhead } from './api/ask-ahead.ts';
import { openBridge } from './api/bridge.ts';
import { createClient } from './api/client.ts';
import { chooseLanguage } from './locales/choose.ts';
import { loadLanguage } from './locales/load.ts';

// What takes time is begun at once, all of it together: the way to the console and what is asked there first, the texts, and the window's own code,
// which is large.
const remote = typeof consoleShown(window.location.search) === 'string';
const client = askAhead(createClient(openBridge(), remote));
const language = chooseLanguage('auto', navigator.languages);
// Not awaited here: the window's code has parts in common with this file, and waits until it has run.
void Promise.all([import('./main.tsx'), loadLanguage(language)]).then(([{ draw }]) =>
  draw(client, language),
);
