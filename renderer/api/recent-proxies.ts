import { useEffect } from 'react';
import type { Preferences } from '../../shared/model/app-info.ts';
import { mostRecent } from '../../shared/model/preference-words.ts';
import { useApi } from './context.ts';

type Recent = Preferences['recentProxies'];

/** The proxies that were opened last, after this one was. */
export function withOpened(recent: Recent, id: string, at: number): Recent {
  return [{ id, at }, ...recent.filter((each) => each.id !== id)].slice(0, mostRecent);
}

/** Remembers that the user opened the page of this proxy. */
export function useOpened(id: string): void {
  const { client, fleet, setPreferences } = useApi();
  useEffect(() => {
    let left = false;
    // As the console has them: what this window knows may be the defaults still, and another window may have opened others.
    client.call('preferences.get', {}).then(
      ({ recentProxies }) => {
        if (left) return;
        setPreferences({ recentProxies: withOpened(recentProxies, id, fleet.now()) });
      },
      // Where the console is away the page says so itself; nothing is remembered then.
      (thrown: unknown) => console.warn('preferences.get', thrown),
    );
    return () => {
      left = true;
    };
  }, [client, fleet, setPreferences, id]);
}
