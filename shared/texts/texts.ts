import type { ErrorCode, ErrorDetail } from '../facts/errors.ts';
import type { EventDetail, ProxyEventKind } from '../facts/events.ts';
import type { FindingCode, FindingDetail } from '../facts/findings.ts';
import type { NoticeCode, NoticeDetail } from '../facts/notices.ts';
import type { Format } from './format.ts';
import type { WordList } from './words.ts';

/** What an error says: a few words, what happened, what to do. */
export interface ErrorText {
  readonly title: string;
  readonly message: string;
  readonly remedy: string;
}

/** What a notice says: a few words, and what happened with what to do. */
export interface NoticeText {
  readonly title: string;
  readonly text: string;
}

/** What a stage of a connection test found, and what to do where it failed, or to know although it went well. */
export interface FindingText {
  readonly finding: string;
  readonly advice?: string;
}

type Say<D, T> = (detail: D, format: Format) => T;

/** How facts of one code are said: from all their fields, or, where the code has cases, each case from its own. */
export type Telling<D, T> = [D] extends [{ readonly case: string }]
  ? { readonly [C in D['case']]: Say<Extract<D, { readonly case: C }>, T> }
  : Say<D, T>;

/** Without a title where that of the code will do (`titles.ts`). */
export type SaidError = Omit<ErrorText, 'title'> & Partial<Pick<ErrorText, 'title'>>;

export type ErrorTexts<C extends ErrorCode = ErrorCode> = {
  readonly [K in C]: Telling<ErrorDetail<K>, SaidError>;
};

export type NoticeTexts = { readonly [C in NoticeCode]: Telling<NoticeDetail<C>, NoticeText> };

export type FindingTexts = {
  readonly [C in FindingCode]: Telling<FindingDetail<C>, FindingText>;
};

export type EventTexts = { readonly [K in ProxyEventKind]: Telling<EventDetail<K>, string> };

/** Everything that one language says of facts. */
export interface Catalogue {
  readonly errors: ErrorTexts;
  /** What an error is called where nothing but its code is known. */
  readonly titles: Readonly<Record<ErrorCode, string>>;
  readonly events: EventTexts;
  readonly findings: FindingTexts;
  readonly notices: NoticeTexts;
  readonly words: WordList;
}

/** Says a fact. */
export function tell<D, T>(telling: Telling<D, T>, detail: D, format: Format): T {
  // Which of the two it is, the compiler knows of each entry, and here only the entry itself does.
  const either = telling as Say<D, T> | Readonly<Record<string, Say<D, T>>>;
  if (typeof either === 'function') return either(detail, format);
  const { case: name } = detail as { readonly case: string };
  const say = either[name];
  if (say === undefined) throw new Error(`there is no sentence for the case ${name}`);
  return say(detail, format);
}

/** What an error says in one line: what happened, and what to do. */
export function inOneLine({ message, remedy }: Omit<ErrorText, 'title'>): string {
  return `${message} ${remedy}`;
}
