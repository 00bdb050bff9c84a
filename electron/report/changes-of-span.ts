import type { AuditEntry } from '../../shared/model/change.ts';
import { valueAfter } from '../../shared/model/change-effect.ts';
import type { Span } from '../../shared/model/history.ts';
import type { ReportChange } from '../../shared/model/report.ts';
import type { AuditReads } from '../store/thread/asked.ts';
import type { EventsOfSpan } from './events-of-span.ts';

const pageSize = 1000;
/** What did something to a proxy, or may have. */
const outcomes = ['begun', 'verified', 'unverified', 'mismatch', 'failed'] as const;

/** The changes of these proxies in a span, from here and from elsewhere, newest first. Rejects as the store does, and with the reason of the signal. */
export async function changesOfSpan(
  audit: Pick<AuditReads, 'search'>,
  {
    ids,
    span,
    events,
  }: {
    readonly ids: ReadonlySet<string>;
    readonly span: Span;
    readonly events: Pick<EventsOfSpan, 'elsewhere'>;
  },
  signal: AbortSignal,
): Promise<readonly ReportChange[]> {
  const found: ReportChange[] = [];
  for (let before: number | undefined; ; ) {
    const query = { outcomes, ...span, limit: pageSize };
    const page = await audit.search(before === undefined ? query : { ...query, before }, signal);
    for (const entry of page) if (ids.has(entry.profileId)) found.push(changeOf(entry));
    before = page.at(-1)?.id;
    if (before === undefined || page.length < pageSize) break;
  }
  for (const { at, profileId, profileName, detail } of events.elsewhere) {
    const { setting, from, to } = detail;
    if (ids.has(profileId))
      found.push({ at, profileId, profileName, setting, from, to, who: null, outcome: null });
  }
  return found.toSorted((a, b) => b.at - a.at);
}

function changeOf(entry: AuditEntry): ReportChange {
  const { at, profileId, profileName, setting, before, actor, outcome, requested } = entry;
  const to = valueAfter(entry) ?? requested;
  return { at, profileId, profileName, setting, from: before, to, who: actor, outcome };
}
