import { z } from 'zod';
import type { Notice, Preferences } from '../../../shared/model/app-info.ts';
import { preferencesSchema } from '../../../shared/model/app-info.ts';
import { openDocument } from './document.ts';
import type { DocumentFormat } from './format.ts';

/** Choices that outlive the window. */
export interface PreferencesStore {
  get(): Preferences;
  /** Throws `storage-full` and `storage-failed`. */
  set(change: Partial<Preferences>): Promise<Preferences>;
  /** Changes what is saved now, which may be newer than what `get` answered. Throws as `set`. */
  edit(change: (saved: Preferences) => Partial<Preferences>): Promise<Preferences>;
  /** After every change, also one that another process made to the file. Listeners must not throw. Returns unsubscribing. */
  onChange(listener: () => void): () => void;
  /** Reads the file now. Throws as `set`. */
  reread(): Promise<void>;
  close(): void;
}

const format: DocumentFormat<Preferences> = {
  file: 'preferences.json',
  migrations: [],
  copies: 1,
  empty: preferencesSchema.parse({}),
  encode: (preferences) => ({ preferences }),
  decode(content) {
    const frame = z.object({ preferences: z.record(z.string(), z.unknown()) });
    const { preferences } = frame.parse(content);
    const { success, data } = preferencesSchema.safeParse(preferences);
    if (success) return { value: data, lost: [] };
    // Choice by choice: one that is not known here does not take the others with it.
    const keys = Object.keys(preferencesSchema.shape);
    const lost = keys.filter((key) => !isGood(key, preferences[key]));
    const good = Object.entries(preferences).filter(([key]) => !lost.includes(key));
    return { value: preferencesSchema.parse(Object.fromEntries(good)), lost };
  },
  mend: (preferences, key, copy) => ({ ...preferences, ...pick(copy, key) }),
};

/** Opens `preferences.json`. `onSettled` is given the id of a notice that holds no more. */
export async function openPreferences(
  directory: string,
  onSettled?: (noticeId: string) => void,
): Promise<{ store: PreferencesStore; notices: readonly Notice[] }> {
  const document = await openDocument(directory, format, {
    watch: true,
    ...(onSettled ? { onSettled } : {}),
  });
  const edit: PreferencesStore['edit'] = (change) =>
    document.change((saved) => preferencesSchema.parse({ ...saved, ...change(saved) }));
  const store: PreferencesStore = {
    get: () => document.get(),
    set: (change) => edit(() => change),
    edit,
    onChange: document.onChange,
    reread: async () => void (await document.change((saved) => saved)),
    close: document.close,
  };
  return { store, notices: document.notices };
}

function isGood(key: string, value: unknown): boolean {
  return preferencesSchema.safeParse({ [key]: value }).success;
}

function pick(preferences: Preferences, key: string): Partial<Preferences> {
  return Object.fromEntries(Object.entries(preferences).filter(([name]) => name === key));
}
