import type { HistoryFault, HistorySource } from '../../../shared/model/history-from.ts';
import type { Clock } from '../../base/clock.ts';
import type { ApiAnswer } from './api-answer.ts';
import { ask } from './ask.ts';
import { createGate } from './gate.ts';
import { readMatrix, type Series } from './matrix.ts';

/** Questions to one Prometheus at once. */
const atOnce = 2;
const usualTimeoutMs = 15_000;
/** JSON is read in one go, and the core has other things to do meanwhile. */
const mostBytes = 8 * 1024 * 1024;
/** After a question that failed no other is asked for so long, twice as long after each more, milliseconds. */
const leastRestMs = 2000;
const mostRestMs = 60_000;

/** From when to when, epoch milliseconds, both included, and how far apart. */
export interface Times {
  readonly from: number;
  readonly to: number;
  readonly stepMs: number;
}

export type RangeAnswer =
  | {
      readonly kind: 'series';
      readonly series: readonly Series[];
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'fault'; readonly fault: HistoryFault };

/** The HTTP API of one Prometheus, or of what speaks it. */
export interface PrometheusApi {
  /**
   * What an expression is worth at these times. One that failed a moment ago is not asked again yet, and answers as it did. Rejects with the
   * signal's reason only.
   */
  range(expression: string, times: Times, signal: AbortSignal): Promise<RangeAnswer>;
  /** Which release answers; null where it does not say. Is asked in any case. */
  version(signal: AbortSignal): Promise<string | null>;
  /** What failed last; null where nothing did since an answer was had. */
  fault(): HistoryFault | null;
  /** The next question is asked at once. */
  rested(): void;
}

export interface ApiParts {
  readonly source: HistorySource & { readonly url: string };
  /** What the header says, or why it cannot be said. */
  readonly authorization: () => Promise<string | null | HistoryFault>;
  /** What the header said was not taken: what is known of it is not to be said again. */
  readonly onUnauthorized?: () => void;
  readonly clock: Pick<Clock, 'now'>;
  readonly timeoutMs?: number;
}

export function createApi(parts: ApiParts): PrometheusApi {
  const { source, authorization, clock, timeoutMs = usualTimeoutMs } = parts;
  const base = apiBase(source.url);
  const gate = createGate(atOnce);
  /** What failed last, how often in a row, and until when nothing is asked. */
  let rest: {
    readonly fault: HistoryFault;
    readonly times: number;
    readonly until: number;
  } | null = null;

  const send = async (
    path: string,
    form: Readonly<Record<string, string>> | null,
    signal: AbortSignal,
  ): Promise<ApiAnswer> => {
    const header = await authorization();
    signal.throwIfAborted();
    if (header !== null && typeof header !== 'string') return { kind: 'fault', fault: header };
    const answer = await ask(
      { url: `${base}/api/v1/${path}`, form, authorization: header },
      { timeoutMs, mostBytes, signal },
    );
    if (answer.kind === 'fault' && answer.fault.kind === 'unauthorized') parts.onUnauthorized?.();
    return answer;
  };
  const noteFault = (fault: HistoryFault): void => {
    // What is wrong with one question need not be wrong with the next.
    if (fault.kind === 'refused' || fault.kind === 'too-large') return;
    const times = (rest?.times ?? 0) + 1;
    const restMs = Math.min(mostRestMs, leastRestMs * 2 ** (times - 1));
    rest = { fault, times, until: clock.now() + restMs };
  };
  const resting = (): HistoryFault | null =>
    rest !== null && clock.now() < rest.until ? rest.fault : null;
  return {
    range: (expression, { from, to, stepMs }, signal) =>
      gate(async (): Promise<RangeAnswer> => {
        const fault = resting();
        if (fault !== null) return { kind: 'fault', fault };
        const form = {
          query: expression,
          start: String(from / 1000),
          end: String(to / 1000),
          step: String(stepMs / 1000),
          // VictoriaMetrics would move the times to where its cache has them.
          nocache: '1',
        };
        const answer = readRange(
          await send('query_range', form, signal),
          Math.floor((to - from) / stepMs) + 1,
        );
        if (answer.kind === 'fault') noteFault(answer.fault);
        else rest = null;
        return answer;
      }, signal),
    version: (signal) =>
      gate(async () => {
        const answer = await send('status/buildinfo', null, signal);
        return answer.kind === 'answer' ? versionIn(answer.data) : null;
      }, signal),
    fault: () => rest?.fault ?? null,
    rested() {
      if (rest !== null) rest = { ...rest, times: 0, until: 0 };
    },
  };
}

function readRange(answer: ApiAnswer, points: number): RangeAnswer {
  if (answer.kind === 'fault') return answer;
  const series = readMatrix(answer.data, points);
  if (series === null) return { kind: 'fault', fault: { kind: 'not-prometheus' } };
  return { kind: 'series', series, warnings: answer.warnings };
}

/** Where the API begins, without what is behind it. */
function apiBase(url: string): string {
  const { origin, pathname } = new URL(url);
  const path = pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  return origin + (path.endsWith('/api/v1') ? path.slice(0, -'/api/v1'.length) : path);
}

function versionIn(data: unknown): string | null {
  const version = (data as { readonly version?: unknown } | null)?.version;
  return typeof version === 'string' && version !== '' ? version.slice(0, 60) : null;
}
