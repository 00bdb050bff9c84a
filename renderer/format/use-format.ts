import { useTranslation } from 'react-i18next';
import { userLanguages } from '../api/page.ts';
import { createFormat, type Format } from './format.ts';

const formats = new Map<string, Format>();

/** The formatters of the language in use. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  const language = i18n.resolvedLanguage ?? 'en';
  const known = formats.get(language);
  if (known !== undefined) return known;
  // The region decides much of a date and a time: 14:05 in one, 2:05 pm in another.
  const region = userLanguages().find((tag) => tag.toLowerCase().split('-')[0] === language);
  const format = createFormat(region ?? language);
  formats.set(language, format);
  return format;
}
