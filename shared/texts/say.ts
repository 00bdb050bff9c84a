import { english } from './en/index.ts';
import { spanish } from './es/index.ts';
import type { Language } from './languages.ts';
import { createSpeakers, type Speaker } from './speak.ts';
import type { Catalogue } from './texts.ts';

export { type Language, languages } from './languages.ts';
export { languageOf, type Speaker } from './speak.ts';
export { inOneLine } from './texts.ts';

const catalogues: Readonly<Record<Language, Catalogue>> = { en: english, es: spanish };

/** The speaker of a locale such as `es-MX`; English where its language is not there. Has both languages with it: a window loads the one it shows. */
export const speaker: (locale: string) => Speaker = createSpeakers(
  (language) => catalogues[language],
);
