import { useTranslation } from 'react-i18next';
import { createFormat, type Format } from './format.ts';

const formats = new Map<string, Format>();

/** The formatters of the language in use. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  const known = formats.get(language);
  if (known !== undefined) return known;
  const format = createFormat(language);
  formats.set(language, format);
  return format;
}
