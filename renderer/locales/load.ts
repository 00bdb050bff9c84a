import type { Language } from '../../shared/texts/languages.ts';
import type { Catalogue } from '../../shared/texts/texts.ts';
import type { first } from './en/first.ts';
import type { later } from './en/later.ts';
import type { Texts } from './texts.ts';

/** What a window needs to speak a language: its own texts, and the sentences of facts. */
interface Spoken {
  readonly texts: Texts<typeof first> & Partial<Texts<typeof later>>;
  readonly catalogue: Catalogue;
}

const ways: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: () => import('./english.ts'),
  es: () => import('./spanish.ts'),
};
const furtherWays: Readonly<Record<Language, () => Promise<Texts<typeof later>>>> = {
  en: async () => (await import('./en/later.ts')).later,
  es: async () => (await import('./es/later.ts')).later,
};
const loaded = new Map<Language, Spoken>();
const whole = new Set<Language>();

/**
 * Loads of a language what the frame and the board say, once. Rejects where it does not come, as from a console that is away; it may be asked
 * for again.
 */
export async function loadLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await ways[language]());
}

/** Loads all of a language, once. Answers what of its texts the frame and the board go without. Rejects as `loadLanguage`. */
export async function loadWhole(language: Language): Promise<Texts<typeof later>> {
  const [further] = await Promise.all([furtherWays[language](), loadLanguage(language)]);
  if (!whole.has(language)) {
    const { texts, catalogue } = spoken(language);
    loaded.set(language, { texts: { ...texts, ...further }, catalogue });
    whole.add(language);
  }
  return further;
}

/** What was loaded of a language. Throws for one that was not. */
export function spoken(language: Language): Spoken {
  const found = loaded.get(language);
  if (found === undefined) throw new Error(`the language ${language} was not loaded`);
  return found;
}
