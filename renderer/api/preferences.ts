import type { ErrorValue } from '../../shared/errors.ts';
import type { Preferences } from '../../shared/model/app-info.ts';
import { usualPreferences } from '../../shared/model/usual-preferences.ts';
import { type Client, errorOf } from './client.ts';
import { createStore, type Readable } from './store.ts';

/** How a window looks, and what was looked at last: whoever may only look chooses these too, for as long as the window is open. */
const ofWindow: ReadonlySet<string> = new Set<keyof Preferences>([
  'colorScheme',
  'language',
  'planConcurrency',
  'boardSort',
  'boardDescending',
  'boardMetric',
  'boardPicture',
  'boardGroup',
  'boardFolded',
  'boardSpan',
  'boardChartSpan',
  'boardScale',
  'boardColumns',
  'chartRange',
  'recentCommands',
  'singleKeys',
  'foldedFolders',
  'menuSections',
  'recentProxies',
  'listColumns',
  'listSort',
  'listDescending',
  'listFolders',
  'sampleMail',
  'report',
  'savedComparisons',
  'savedBoards',
]);

/**
 * The preferences, the same in every window: the defaults until the console has told them. What is chosen here takes effect at once and is
 * saved.
 */
export function followPreferences(
  client: Client,
  onFailure: (error: ErrorValue) => void,
): {
  readonly preferences: Readable<Preferences>;
  setPreferences(change: Partial<Preferences>): void;
} {
  const preferences = createStore<Preferences>(usualPreferences);
  let saving = 0;
  /** What somebody chose for this window whose role does not let them choose it for the console. */
  let own: Partial<Preferences> = {};
  /** Answers whether all of it is only of how a window looks. */
  const keep = (change: Partial<Preferences>): boolean => {
    if (!Object.keys(change).every((key) => ofWindow.has(key))) return false;
    own = { ...own, ...change };
    // What the console told while that was asked is without it.
    preferences.set({ ...preferences.get(), ...own });
    return true;
  };
  /** What this window has just chosen is newer than what it is told meanwhile. */
  const take = (value: Preferences): void => {
    if (saving === 0) preferences.set({ ...value, ...own });
  };
  const failed = (thrown: unknown): void => onFailure(errorOf(thrown));
  const load = (): void => void client.call('preferences.get', {}).then(take, failed);

  client.subscribe('preferences.changed', {}, take, onFailure);
  load();
  // What is asked while the console is not there yet waits for it, and is not asked twice.
  let wasLost = client.state.get() === 'lost';
  client.state.subscribe(() => {
    const state = client.state.get();
    if (state === 'lost') wasLost = true;
    if (state !== 'open' || !wasLost) return;
    wasLost = false;
    load();
  });
  return {
    preferences,
    setPreferences(change) {
      preferences.set({ ...preferences.get(), ...change });
      saving++;
      client
        .call('preferences.set', change)
        .finally(() => saving--)
        .then(take, (thrown: unknown) => {
          if (errorOf(thrown).code === 'not-allowed' && keep(change)) return;
          failed(thrown);
          load();
        });
    },
  };
}
