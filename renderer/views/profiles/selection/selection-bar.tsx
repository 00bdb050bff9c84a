import { memo, useEffect } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { onKey } from '../../../api/page.ts';
import { useStore } from '../../../api/store.ts';
import { isTyping } from '../../../components/is-typing.ts';
import { lazyView } from '../../../components/lazy-view.tsx';
import { useSelection } from '../../../fleet/selection/selection.ts';
import { useMany } from './use-many.tsx';

/** Loaded when something is chosen, or ahead. */
export const SelectionTools = lazyView(
  async () => (await import('./selection-tools.tsx')).default,
  null,
);

/** What can be done with the proxies that are chosen. Nothing while none is. `shown` are all that can be chosen. */
export const SelectionBar = memo(function SelectionBar({
  shown,
}: {
  shown: readonly ProfileEntry[];
}) {
  const selection = useSelection();
  const { ids } = selection;
  const chosen = useStore(ids);
  const many = useMany();
  useEffect(() => {
    return onKey((event) => {
      const { key, target } = event;
      if (key !== 'Escape' || isTyping(target) || isInLayer(target)) return;
      selection.clear();
    });
  }, [selection]);
  if (chosen.size === 0 && many.progress === null) return null;
  return (
    <SelectionTools
      profiles={shown.filter(({ id }) => chosen.has(id))}
      all={shown.length}
      onAll={() => selection.only(shown.map(({ id }) => id))}
      onClear={() => selection.clear()}
      many={many}
    />
  );
});

/** What lies over the page closes by the same key. */
function isInLayer(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('[role="dialog"], [role="menu"], [aria-expanded="true"]') !== null
  );
}
