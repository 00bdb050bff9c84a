import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';

const languages = ['en', 'es'] as const;
export type DoorLanguage = (typeof languages)[number];

/** The language of the page, by what the browser says that its user reads. */
export function languageOf(request: Pick<IncomingMessage, 'headers'>): DoorLanguage {
  const best = new Negotiator(request).language([...languages]);
  return languages.find((language) => language === best) ?? 'en';
}
