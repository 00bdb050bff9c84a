import { type ScaledBytes, scaleByteCounter, scaleBytes } from './bytes.ts';

/** 12 or 24 hours, and where they begin. */
export type HourCycle = NonNullable<Intl.DateTimeFormatOptions['hourCycle']>;

/** The clock of a locale; 24 hours for English of no country, which is also spoken where nobody says a locale. */
export function hourCycleOf(locale: string): HourCycle {
  if (locale === 'en') return 'h23';
  const { hourCycle } = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).resolvedOptions();
  return hourCycle ?? 'h23';
}

/** Everything that a locale decides about numbers and times. `null` is shown as a dash: no data is not zero. */
export interface Format {
  readonly locale: string;
  readonly hourCycle: HourCycle;
  /** A 64-bit counter, decimal text as it crosses the contract, every digit kept. */
  counter(text: string): string;
  /** The same where there is little room: up to seven digits as they are, more rounded: `12.35M`, `1.845E19`. */
  shortCounter(text: string): string;
  /** A 64-bit count of bytes, scaled: `3.42 GiB`. */
  byteCounter(text: string): string;
  number(value: number | null): string;
  bytes(value: number | null): string;
  bytesPerSecond(value: number | null): string;
  perSecond(value: number | null): string;
  milliseconds(value: number): string;
  /** A short time to three digits: `340 ms`, `3.42 s`; from ten minutes on by the largest unit. */
  seconds(value: number | null): string;
  percent(value: number): string;
  time(at: number): string;
  dateTime(at: number): string;
  /** Hours and minutes, with the day where that is not today's. */
  moment(at: number, now: number): string;
  /** How long ago, or in how long, by the largest unit that fits. */
  relative(at: number, now: number): string;
  /** Whole seconds up to a minute, then minutes and so on. */
  duration(ms: number): string;
}

export const noData = '–';
const spaced = '\u00a0';

/** Formatters are built once for each locale: building them costs more than using them a thousand times. */
export function createFormat(locale: string, hourCycle = hourCycleOf(locale)): Format {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const compact = new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 4,
  });
  const scientific = new Intl.NumberFormat(locale, {
    notation: 'scientific',
    maximumSignificantDigits: 4,
  });
  const digits = [0, 1, 2].map(
    (count) =>
      new Intl.NumberFormat(locale, {
        minimumFractionDigits: count,
        maximumFractionDigits: count,
      }),
  );
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', hourCycle });
  const dateTime = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    hourCycle,
  });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: 'short', hourCycle });
  const dayAndClock = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle,
  });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'long' });

  /** Three digits that count: 3.42, 34.2, 342. */
  const short = (value: number): string => {
    const size = Math.abs(value);
    const count = size === 0 || size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    return (digits[count] ?? whole).format(value);
  };
  const scaled = ({ value, unit }: ScaledBytes): string =>
    `${unit === 'B' ? whole.format(value) : short(value)}${spaced}${unit}`;

  const milliseconds = (value: number): string => `${short(value)}${spaced}ms`;
  const duration = (ms: number): string => {
    const { value, unit } = largestUnit(ms);
    return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(
      value,
    );
  };
  return {
    locale,
    hourCycle,
    counter: (text) => whole.format(BigInt(text)),
    shortCounter: (text) =>
      (text.length <= 7 ? whole : text.length <= 15 ? compact : scientific).format(BigInt(text)),
    byteCounter: (text) => scaled(scaleByteCounter(BigInt(text))),
    number: (value) =>
      value === null ? noData : Number.isInteger(value) ? whole.format(value) : short(value),
    bytes: (value) => (value === null ? noData : scaled(scaleBytes(value))),
    bytesPerSecond: (value) => (value === null ? noData : `${scaled(scaleBytes(value))}/s`),
    perSecond: (value) => (value === null ? noData : `${short(value)}/s`),
    milliseconds,
    seconds: (value) => {
      if (value === null) return noData;
      if (value < 1) return milliseconds(value * 1000);
      return value < 600 ? `${short(value)}${spaced}s` : duration(value * 1000);
    },
    percent: (value) => percent.format(value),
    time: (at) => time.format(at),
    dateTime: (at) => dateTime.format(at),
    moment: (at, now) =>
      (new Date(at).toDateString() === new Date(now).toDateString() ? clock : dayAndClock).format(
        at,
      ),
    relative: (at, now) => {
      const { value, unit } = largestUnit(at - now);
      return relative.format(value, unit);
    },
    duration,
  };
}

const steps = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const;

function largestUnit(ms: number): {
  readonly value: number;
  readonly unit: 'second' | 'minute' | 'hour' | 'day';
} {
  for (const step of steps) {
    if (Math.abs(ms) >= step.ms) return { value: Math.trunc(ms / step.ms), unit: step.unit };
  }
  return { value: Math.round(ms / 1000), unit: 'second' };
}
