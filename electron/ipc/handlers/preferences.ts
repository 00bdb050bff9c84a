import type { Preferences } from '../../../shared/model/app-info.ts';
import { mayDo } from '../../../shared/model/roles.ts';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import type { Caller, Handlers } from '../parts.ts';

/** What this caller sees of them: what the owner did last, the mail that they try things with, and where metrics are served with which files, is for whoever administers. */
export function preferencesFor(preferences: Preferences, { asker }: Caller): Preferences {
  if (mayDo(asker.role, 'administer')) return preferences;
  const { recentCommands, sampleMail, metrics } = usualPreferences;
  return { ...preferences, recentCommands: [...recentCommands], sampleMail, metrics };
}

export function preferencesHandlers(
  preferences: PreferencesStore,
): Pick<Handlers, 'preferences.get' | 'preferences.set'> {
  return {
    'preferences.get': (_, caller) => preferencesFor(preferences.get(), caller),
    'preferences.set': (change) => preferences.set(change),
  };
}
