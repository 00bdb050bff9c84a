import type { Language } from '../../shared/texts/languages.ts';
import type { Catalogue } from '../../shared/texts/texts.ts';
import type { en } from './en/index.ts';
import type { Texts } from './texts.ts';

/** What a window needs to speak a language: its own texts, and the sentences of facts. */
interface Spoken {
  readonly texts: Texts<typeof en>;
  readonly catalogue: Catalogue;
}

const ways: Readonly<Record<Language, () => Promise<Spoken>>> = {
  en: () => import('./english.ts'),
  es: () => import('./spanish.ts'),
};
const loaded = new Map<Language, Spoken>();

/** Loads a language, once. Rejects where it does not come, as from a console that is away; it may be asked for again. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await ways[language]());
}

/** What was loaded of a language. Throws for one that was not. */
export function spoken(language: Language): Spoken {
  const found = loaded.get(language);
  if (found === undefined) throw new Error(`the language ${language} was not loaded`);
  return found;
}
