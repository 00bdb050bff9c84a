import { metricNames, profileLabel } from './metric-names.ts';

/** The counters whose rates are drawn. */
export const counters = ['bytes', 'accesses'] as const;
export type Counter = (typeof counters)[number];

/**
 * What is asked of each proxy for each bucket: what the samples in it come to. `count`: how many there are; `lastAt`: when the last is, seconds of
 * the epoch; of a counter its `last` and `least` value, how often it fell (`resets`), and the rates between samples.
 */
export const wantedNames = [
  'count',
  'lastAt',
  'openMin',
  'openMean',
  'openMax',
  'roundTrip',
  'missed',
  'bytesLast',
  'bytesLeast',
  'bytesResets',
  'bytesMin',
  'bytesMean',
  'bytesMax',
  'accessesLast',
  'accessesLeast',
  'accessesResets',
  'accessesMin',
  'accessesMean',
  'accessesMax',
] as const;
export type WantedName = (typeof wantedNames)[number];

/** Under which each series of the answer says what it is. */
export const wantedLabel = 'wanted';

/** Rates are looked at in so many places of a bucket at most: more would be asked of a Prometheus than a picture shows. */
const mostRates = 30;

/** Buckets of so many milliseconds, of series with a sample about every `sampleMs`. */
export interface Grain {
  readonly widthMs: number;
  readonly sampleMs: number;
}

/**
 * One question for all of it and for several proxies. Each value is of samples in its bucket only (`…_over_time`): a plain selector would look back for
 * minutes, and fill gaps with what was there before. Of proxies that several series are about, as after a scrape by another console, one is answered.
 */
export function rangeQuestion(ids: readonly string[], { widthMs, sampleMs }: Grain): string {
  const of = (metric: keyof typeof metricNames): string => selector(metric, ids);
  const bucket = `[${widthMs}ms]`;
  const one = (how: 'max' | 'min' | 'avg', expression: string): string =>
    `${how} by (${profileLabel}) (${expression})`;
  const parts: Record<WantedName, string> = {
    count: one('max', `count_over_time(${of('bytes')}${bucket})`),
    lastAt: one('max', `timestamp(${of('bytes')})`),
    openMin: one('min', `min_over_time(${of('connections')}${bucket})`),
    openMean: one('avg', `avg_over_time(${of('connections')}${bucket})`),
    openMax: one('max', `max_over_time(${of('connections')}${bucket})`),
    roundTrip: `${one('max', `increase(${of('roundTripSum')}${bucket})`)} / ${one('max', `increase(${of('roundTripCount')}${bucket})`)}`,
    missed: `${one('max', `increase(${of('missed')}${bucket})`)} / ${one('max', `increase(${of('roundTripCount')}${bucket})`)}`,
    ...ofCounter('bytes'),
    ...ofCounter('accesses'),
  };
  function ofCounter<C extends Counter>(counter: C) {
    const series = of(counter);
    const rates = rateOf(series, { widthMs, sampleMs });
    return {
      [`${counter}Last`]: one('max', `last_over_time(${series}${bucket})`),
      [`${counter}Least`]: one('max', `min_over_time(${series}${bucket})`),
      [`${counter}Resets`]: one('max', `resets(${series}${bucket})`),
      [`${counter}Min`]: one('max', `min_over_time(${rates})`),
      [`${counter}Mean`]: one('max', `avg_over_time(${rates})`),
      [`${counter}Max`]: one('max', `max_over_time(${rates})`),
    } as Record<
      `${C}Last` | `${C}Least` | `${C}Resets` | `${C}Min` | `${C}Mean` | `${C}Max`,
      string
    >;
  }
  return wantedNames.map((name) => named(parts[name], name)).join(' or ');
}

/** How many samples there are in a span of so many milliseconds, the one of each step that has most of them, of the proxy that has most. */
export function densityQuestion(ids: readonly string[], spanMs: number, stepMs: number): string {
  const counted = `count_over_time(${selector('bytes', ids)}[${spanMs}ms])`;
  return `max(max_over_time(${counted}[${stepMs}ms:${spanMs}ms]))`;
}

/** Whether there is anything of each proxy in the last so many milliseconds. */
export function presenceQuestion(ids: readonly string[], spanMs: number): string {
  return `max by (${profileLabel}) (present_over_time(${selector('bytes', ids)}[${spanMs}ms]))`;
}

/** Which of the metrics there are, of whatever proxies. */
export function metricsQuestion(): string {
  return `count by (__name__) ({__name__=~"${Object.values(metricNames).join('|')}"})`;
}

function selector(metric: keyof typeof metricNames, ids: readonly string[]): string {
  return `${metricNames[metric]}{${profileLabel}=~"${ids.join('|')}"}`;
}

/** The rates in a bucket: between every two samples, or of so many parts of it. */
function rateOf(series: string, { widthMs, sampleMs }: Grain): string {
  const partMs = Math.ceil(widthMs / mostRates);
  const [how, overMs, everyMs] =
    partMs > sampleMs * 2
      ? ['rate', partMs + sampleMs, partMs]
      : // Two samples lie in it, be they a little late; those before a gap are soon out of it.
        ['irate', Math.ceil(sampleMs * 2.5), sampleMs];
  return `${how}(${series}[${overMs}ms])[${widthMs}ms:${everyMs}ms]`;
}

function named(expression: string, name: WantedName): string {
  return `label_replace(${expression}, "${wantedLabel}", "${name}", "${profileLabel}", ".*")`;
}
