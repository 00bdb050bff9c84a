import { useState } from 'react';
import { monotonicNow, navigate } from '../../../api/page.ts';
import { createStore, useStore } from '../../../api/store.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import { useSingleKeys } from '../../../components/use-single-key.ts';
import { createGoKeys } from './go-keys.ts';

const opened = createStore(false);

export function openShortcuts(): void {
  opened.set(true);
}

const Sheet = lazyView(async () => (await import('./shortcuts-sheet.tsx')).default, null);

/** The keys that work on every page: `?` shows what the keyboard does, `g` and a letter go to a page. */
export function Shortcuts() {
  const shown = useStore(opened);
  const [goKeys] = useState(createGoKeys);
  useSingleKeys((key) => {
    if (key === '?') {
      openShortcuts();
      return true;
    }
    const go = goKeys(key, monotonicNow());
    if (go !== null && go !== 'begun') navigate(go.path);
    return go !== null;
  });
  return shown ? <Sheet onClose={() => opened.set(false)} /> : null;
}
