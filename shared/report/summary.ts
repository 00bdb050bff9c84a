import { type Insight, knownValue } from '../fleet/insights/insight.ts';
import { balanceOf } from '../fleet/insights/of-group.ts';
import { peersOf } from '../fleet/peers.ts';
import { type Difference, unlikeInGroup, weightOf } from '../fleet/unlike.ts';
import type { Report, ReportOdd, ReportProxy } from '../model/report.ts';

/** All proxies of a report together. Times are milliseconds. */
export interface ReportSummary {
  readonly proxies: number;
  /** Of all that was watched of all of them, the part in which they were reached, 0 to 1; null where nothing was watched. */
  readonly availability: number | null;
  /** Of the span of all of them, the part that nobody watched, 0 to 1; null without proxies. */
  readonly unwatched: number | null;
  readonly outages: number;
  readonly restarts: number;
  /** Decimal text; null where nothing is known of any. */
  readonly bytes: string | null;
  readonly accesses: string | null;
  /** Jain's index of how evenly the accesses lie on them, 1/n to 1; null where it says nothing. */
  readonly balance: number | null;
}

export function summaryOf({ proxies }: Pick<Report, 'proxies'>): ReportSummary {
  const sum = (of: (proxy: ReportProxy) => number): number =>
    proxies.reduce((total, proxy) => total + of(proxy), 0);
  const up = sum(({ upMs }) => upMs);
  const watched = up + sum(({ downMs }) => downMs);
  const unwatched = sum(({ unwatchedMs }) => unwatchedMs);
  const counts = proxies.flatMap(({ accesses }) => (accesses === null ? [] : [Number(accesses)]));
  const balance: Insight = balanceOf(counts);
  return {
    proxies: proxies.length,
    availability: watched > 0 ? up / watched : null,
    unwatched: watched + unwatched > 0 ? unwatched / (watched + unwatched) : null,
    outages: sum(({ outages }) => outages),
    restarts: sum(({ restarts }) => restarts),
    bytes: total(proxies.map(({ bytes }) => bytes)),
    accesses: total(proxies.map(({ accesses }) => accesses)),
    balance: knownValue(balance),
  };
}

function total(counters: readonly (string | null)[]): string | null {
  const known = counters.filter((counter) => counter !== null);
  return known.length === 0
    ? null
    : String(known.reduce((sum, counter) => sum + BigInt(counter), 0n));
}

/** The worst availability first, then the longest down, then by name; those of whom no availability is known last. */
export function worstFirst(a: ReportProxy, b: ReportProxy): number {
  const reached = (proxy: ReportProxy): number => proxy.availability ?? 2;
  return reached(a) - reached(b) || b.downMs - a.downMs || a.name.localeCompare(b.name);
}

/** Who is unlike the others of its folder in the means of the span, the farthest from usual first; with a pause after each folder. */
export function* oddOnes(proxies: readonly ReportProxy[]): Generator<void, ReportOdd[]> {
  const members = proxies.map(({ id, folder }) => ({ id, folder, environment: '' }));
  const byId = new Map(proxies.map((proxy) => [proxy.id, proxy]));
  const found: [string, readonly Difference[]][] = [];
  for (const { compared, told } of peersOf(members, 'folder')) {
    const traits = compared.flatMap((id) => {
      const proxy = byId.get(id);
      if (proxy === undefined) return [];
      const { connections, bytesPerSecond, accessesPerSecond, roundTripMs } = proxy;
      const numbers = {
        connections,
        bytesPerSecond,
        accessesPerSecond,
        roundTripMs: roundTripMs?.p50 ?? null,
      };
      return [{ id, numbers, settings: {} }];
    });
    for (const each of unlikeInGroup(traits)) if (told.has(each[0])) found.push(each);
    yield;
  }
  return found
    .toSorted(([, a], [, b]) => weightOf(b) - weightOf(a))
    .flatMap(([id, differences]) =>
      differences.flatMap((difference): ReportOdd[] => {
        if (difference.kind !== 'number') return [];
        const { trait, value, usual, score } = difference;
        return [{ id, trait, value, usual, score }];
      }),
    );
}
