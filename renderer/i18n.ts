import i18next, { type FormatterModule, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../shared/texts/languages.ts';
import { localeOf } from './format/locale.ts';
import { loadWhole, spoken } from './locales/load.ts';

export { chooseLanguage } from './locales/choose.ts';
export { type Language, languages };

/** Numbers in texts are written as everywhere else in the window. One that counts nothing, as a port, is given as a text. */
const numbers: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value: unknown, _format, language = 'en') {
    if (typeof value !== 'number') return value as string;
    const locale = localeOf(language);
    const format = formats.get(locale) ?? new Intl.NumberFormat(locale);
    formats.set(locale, format);
    return format.format(value);
  },
};

/** Building one costs more than using it a thousand times. */
const formats = new Map<string, Intl.NumberFormat>();

/** The one that the window speaks. */
let speaking: i18n | null = null;

/** Starts in a language that is loaded. */
export function startTranslations(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance
    .use(initReactI18next)
    .use(numbers)
    .init({
      lng: language,
      // Each has every text, and its own only.
      fallbackLng: false,
      supportedLngs: [...languages],
      resources: { [language]: spoken(language).texts },
      defaultNS: 'common',
      initAsync: false,
      interpolation: { escapeValue: false, alwaysFormat: true },
    });
  speaking = instance;
  return instance;
}

/** Has the texts of what a page or a step loads, in the language that is shown. Rejects where they do not come; it may be asked for again. */
export async function textsOfPages(): Promise<void> {
  if (speaking === null) return;
  const { language } = speaking;
  const further = await loadWhole(language as Language);
  for (const [namespace, texts] of Object.entries(further))
    if (!speaking.hasResourceBundle(language, namespace))
      speaking.addResourceBundle(language, namespace, texts);
}

/** Shows another language once it is loaded, unless it is not `wanted` any more by then. Rejects where it cannot be loaded. */
export async function showLanguage(
  instance: i18n,
  language: Language,
  wanted: () => boolean,
): Promise<void> {
  await loadWhole(language);
  if (!wanted()) return;
  for (const [namespace, texts] of Object.entries(spoken(language).texts))
    instance.addResourceBundle(language, namespace, texts);
  await instance.changeLanguage(language);
}
