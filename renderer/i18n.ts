import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages } from '../shared/texts/languages.ts';
import { loadLanguage, spoken } from './locales/load.ts';

export { chooseLanguage } from './locales/choose.ts';
export { type Language, languages };

/** Starts in a language that is loaded. */
export function startTranslations(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    // Each has every text, and its own only.
    fallbackLng: false,
    supportedLngs: [...languages],
    resources: { [language]: spoken(language).texts },
    defaultNS: 'common',
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return instance;
}

/** Shows another language once it is loaded, unless it is not `wanted` any more by then. Rejects where it cannot be loaded. */
export async function showLanguage(
  instance: i18n,
  language: Language,
  wanted: () => boolean,
): Promise<void> {
  await loadLanguage(language);
  if (!wanted()) return;
  for (const [namespace, texts] of Object.entries(spoken(language).texts))
    instance.addResourceBundle(language, namespace, texts);
  await instance.changeLanguage(language);
}
