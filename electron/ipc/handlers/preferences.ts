import type { PreferencesStore } from '../../store/documents/preferences.ts';
import type { Handlers } from '../parts.ts';

export function preferencesHandlers(
  preferences: PreferencesStore,
): Pick<Handlers, 'preferences.get' | 'preferences.set'> {
  return {
    'preferences.get': () => preferences.get(),
    'preferences.set': (change) => preferences.set(change),
  };
}
