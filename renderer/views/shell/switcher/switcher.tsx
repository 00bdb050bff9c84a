import { Suspense, useEffect } from 'react';
import { onKey } from '../../../api/page.ts';
import { useStore } from '../../../api/store.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';
import { openSwitcher, switcherOpened } from './opened.ts';

const SwitcherDialog = lazyPart(() => import('./switcher-dialog.tsx'));

/** Every proxy in its folder, behind Ctrl+P or Cmd+P, to go to one by a few letters. */
export function Switcher() {
  const opened = useStore(switcherOpened);
  useEffect(
    () =>
      onKey((event) => {
        if (event.key.toLowerCase() !== 'p' || !(event.ctrlKey || event.metaKey)) return;
        if (event.altKey || event.shiftKey) return;
        event.preventDefault();
        openSwitcher();
      }),
    [],
  );
  if (!opened) return null;
  return (
    <Suspense>
      <SwitcherDialog onClose={() => switcherOpened.set(false)} />
    </Suspense>
  );
}
