import type { DesktopTexts } from './desktop-texts.ts';
import { desktop as english } from './en/desktop.ts';
import { desktop as spanish } from './es/desktop.ts';
import { type Language, languageOf } from './say.ts';

const texts: Readonly<Record<Language, DesktopTexts>> = { en: english, es: spanish };

/** The texts for a locale such as `es-MX`; English where there is no other. A file of its own, since no window needs it. */
export function desktopTexts(locale: string): DesktopTexts {
  return texts[languageOf(locale)];
}
