import type { ErrorValue } from '../facts/errors.ts';
import type { ProxyEvent } from '../facts/events.ts';
import type { Finding } from '../facts/findings.ts';
import type { Notice } from '../facts/notices.ts';
import { createFormat, type Format } from './format.ts';
import { type Language, languages } from './languages.ts';
import {
  type Catalogue,
  type ErrorText,
  type FindingText,
  type NoticeText,
  type SaidError,
  type Telling,
  tell,
} from './texts.ts';
import type { WordList } from './words.ts';

/** Says facts in one language, numbers and times as one locale writes them. */
export interface Speaker {
  readonly language: Language;
  readonly format: Format;
  readonly words: WordList;
  error(error: Pick<ErrorValue, 'code' | 'detail'>): ErrorText;
  notice(notice: Pick<Notice, 'code' | 'detail'>): NoticeText;
  finding(finding: Finding): FindingText;
  /** The facts of an event; empty where they say no more than its kind. */
  event(event: Pick<ProxyEvent, 'kind' | 'detail'>): string;
}

/**
 * What answers the speaker of a locale such as `es-MX`, the same each time; English where its language is not there. It speaks from the
 * catalogues that are given, which may come one by one.
 */
export function createSpeakers(
  catalogueOf: (language: Language) => Catalogue,
): (locale: string) => Speaker {
  const speakers = new Map<string, Speaker>();
  return (locale) => {
    const known = speakers.get(locale);
    if (known !== undefined) return known;
    const made = createSpeaker(locale, catalogueOf);
    speakers.set(locale, made);
    return made;
  };
}

/** The locale to write numbers and times by: that one, where it is one of this language. A system may name one that is none, or none at all. */
function formatLocale(locale: string, language: Language): string {
  try {
    const [tag] = Intl.NumberFormat.supportedLocalesOf(locale);
    return tag?.split('-')[0] === language ? tag : language;
  } catch {
    return language;
  }
}

/** The language of a locale: of `es-MX` and of `es_MX` Spanish. */
export function languageOf(locale: string): Language {
  const [first = ''] = locale.toLowerCase().split(/[-_]/);
  return languages.find((language) => language === first) ?? 'en';
}

function createSpeaker(locale: string, catalogueOf: (language: Language) => Catalogue): Speaker {
  const language = languageOf(locale);
  const format = createFormat(formatLocale(locale, language));
  const { errors, titles, events, findings, notices, words } = catalogueOf(language);
  // That a detail is the one that its code's sentences want, the types of the facts say; a union of them has lost it.
  const say = <T>(telling: unknown, detail: unknown): T =>
    tell(telling as Telling<unknown, T>, detail, format);
  return {
    language,
    format,
    words,
    error: ({ code, detail }) => ({ title: titles[code], ...say<SaidError>(errors[code], detail) }),
    notice: ({ code, detail }) => say(notices[code], detail),
    finding: ({ code, detail }) => say(findings[code], detail),
    event: ({ kind, detail }) => say(events[kind], detail),
  };
}
