import type { Preferences } from '../../../shared/model/app-info.ts';
import { mayDo } from '../../../shared/model/roles.ts';
import { usualPreferences } from '../../../shared/model/usual-preferences.ts';
import type { PreferencesStore } from '../../store/documents/preferences.ts';
import type { Caller, Handlers } from '../parts.ts';

/** What this caller sees of them: what the owner did last, and the mail that they try things with, is for whoever administers. */
export function preferencesFor(preferences: Preferences, { asker }: Caller): Preferences {
  if (mayDo(asker.role, 'administer')) return preferences;
  const { recentCommands, sampleMail } = usualPreferences;
  return { ...preferences, recentCommands: [...recentCommands], sampleMail };
}

export function preferencesHandlers(
  preferences: PreferencesStore,
): Pick<Handlers, 'preferences.get' | 'preferences.set'> {
  return {
    'preferences.get': (_, caller) => preferencesFor(preferences.get(), caller),
    'preferences.set': (change) => preferences.set(change),
  };
}
