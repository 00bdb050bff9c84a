import type { ErrorValue } from '../../../shared/errors.ts';
import { errorDetails } from '../../../shared/facts/errors.ts';
import { eventDetails, type ProxyEvent } from '../../../shared/facts/events.ts';
import type { Details } from '../../../shared/facts/facts.ts';
import { type Finding, findingDetails } from '../../../shared/facts/findings.ts';
import { type Notice, noticeDetails } from '../../../shared/facts/notices.ts';
import { inOneLine, type Speaker } from '../../../shared/texts/say.ts';
import { samplesOf } from '../../support/facts.ts';

/** One fact, and all that is said of it. */
export interface Said {
  readonly name: string;
  /** Titles, which are a few words. */
  readonly titles: (speaker: Speaker) => readonly string[];
  /** Whole sentences; empty ones are left out where a fact needs none. */
  readonly sentences: (speaker: Speaker) => readonly string[];
}

function each<T>(details: Details, of: (fact: T) => Omit<Said, 'name'>, key = 'code'): Said[] {
  return Object.entries(details).flatMap(([code, schema]) =>
    samplesOf(schema).map((detail) => ({
      name: `${code} ${JSON.stringify(detail)}`,
      ...of({ [key]: code, detail } as T),
    })),
  );
}

/** Facts of every code, with every case, every word of an enumeration, and null and the empty text where they may be. */
export const allFacts: readonly Said[] = [
  ...each<ErrorValue>(errorDetails, (error) => ({
    titles: (speaker) => [speaker.error(error).title],
    sentences: (speaker) => {
      const text = speaker.error(error);
      return [text.message, text.remedy, inOneLine(text)];
    },
  })),
  ...each<Notice>(noticeDetails, (notice) => ({
    titles: (speaker) => [speaker.notice(notice).title],
    sentences: (speaker) => [speaker.notice(notice).text],
  })),
  ...each<Finding>(findingDetails, (finding) => ({
    titles: () => [],
    sentences: (speaker) => {
      const { finding: found, advice } = speaker.finding(finding);
      return advice === undefined ? [found] : [found, advice];
    },
  })),
  ...each<ProxyEvent>(
    eventDetails,
    (event) => ({ titles: (speaker) => [speaker.event(event) || '-'], sentences: () => [] }),
    'kind',
  ),
];
