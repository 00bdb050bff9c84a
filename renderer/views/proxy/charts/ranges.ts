import type { Preferences } from '../../../../shared/model/app-info.ts';

export type RangeName = Preferences['chartRange'];

export const rangeNames = ['5m', '1h', '24h'] as const satisfies readonly RangeName[];

interface Range {
  readonly ms: number;
  /** How often it is fetched again; null where it is drawn from the points that the window has. */
  readonly refreshMs: number | null;
}

export const ranges: Readonly<Record<RangeName, Range>> = {
  '5m': { ms: 5 * 60_000, refreshMs: null },
  '1h': { ms: 3_600_000, refreshMs: 10_000 },
  '24h': { ms: 86_400_000, refreshMs: 60_000 },
};
