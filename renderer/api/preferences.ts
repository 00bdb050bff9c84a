import type { ErrorValue } from '../../shared/errors.ts';
import type { Preferences } from '../../shared/model/app-info.ts';
import { usualPreferences } from '../../shared/model/usual-preferences.ts';
import { type Client, errorOf } from './client.ts';
import { createStore, type Readable } from './store.ts';

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
  /** What this window has just chosen is newer than what it is told meanwhile. */
  const take = (value: Preferences): void => {
    if (saving === 0) preferences.set(value);
  };
  const failed = (thrown: unknown): void => onFailure(errorOf(thrown));
  const load = (): void => void client.call('preferences.get', {}).then(take, failed);

  client.subscribe('preferences.changed', {}, take, onFailure);
  load();
  client.state.subscribe(() => {
    if (client.state.get() === 'open') load();
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
          failed(thrown);
          load();
        });
    },
  };
}
