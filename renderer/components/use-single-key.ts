import { useEffect, useRef } from 'react';
import { usePreferences } from '../api/context.ts';
import { onKey } from '../api/page.ts';
import { isTyping } from './is-typing.ts';

/**
 * Hears keys that are pressed alone: not while somebody types or something is open over the page, and not where the user has switched
 * single keys off. `act` answers whether the key was its own.
 */
export function useSingleKeys(act: (key: string) => boolean): void {
  const { singleKeys } = usePreferences();
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    if (!singleKeys) return;
    return onKey((event) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      if (latest.current(event.key)) event.preventDefault();
    });
  }, [singleKeys]);
}
