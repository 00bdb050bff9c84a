import { type ComparedNumber, comparedNumbers } from '../model/compared-numbers.ts';
import { median, robustSpread } from './robust.ts';

export { type ComparedNumber, comparedNumbers };

/** Settings that the proxies of a group are compared by. */
export const comparedSettings = ['transformation', 'bufferSize'] as const;
export type ComparedSetting = (typeof comparedSettings)[number];

/** What is known of one proxy now. A number is null where it is not known, a setting absent; a setting that is null is switched off. */
export interface Traits {
  readonly id: string;
  readonly numbers: Readonly<Record<ComparedNumber, number | null>>;
  readonly settings: Readonly<Partial<Record<ComparedSetting, string | null>>>;
}

/** In what a proxy is unlike its group, with the facts that a sentence about it names. */
export type Difference =
  | {
      readonly kind: 'number';
      readonly trait: ComparedNumber;
      readonly value: number;
      /** The median of the group. */
      readonly usual: number;
      /** Robust z-score: above the median where positive. */
      readonly score: number;
    }
  | {
      readonly kind: 'setting';
      readonly trait: ComparedSetting;
      readonly value: string | null;
      readonly usual: string | null;
      /** How many of the group have the usual value, and of how many it is known. */
      readonly alike: number;
      readonly known: number;
    };

/** A group of fewer says nothing of what is usual. */
export const smallestGroup = 4;
/** Beyond this score a number is unlike the others (the usual cut for modified z-scores), and stays so until it falls below the other. */
export const unlikeFrom = 3.5;
export const alikeBelow = 2.5;
/** And it is that much above or below the median at least: a group that is all alike makes much of nothing. */
const leastShare = 0.5;
/** The same, in the unit of each number. */
const leastDistance: Readonly<Record<ComparedNumber, number>> = {
  connections: 3,
  bytesPerSecond: 1024,
  accessesPerSecond: 0.2,
  roundTripMs: 10,
};
/** A setting is usual where more than this share of the group has it. */
export const usualShare = 0.6;

export type Differences = ReadonlyMap<string, readonly Difference[]>;

/** The one of the list that is about the same. */
export function alikeIn(
  list: readonly Difference[],
  { trait }: Difference,
): Difference | undefined {
  return list.find((each) => each.trait === trait);
}

/** How far from usual a proxy is over all, for an order: a robust z-score counts as it is, up to as much as a setting of its own. */
export function weightOf(differences: readonly Difference[]): number {
  return differences.reduce(
    (sum, each) =>
      sum + (each.kind === 'setting' ? heaviest : Math.min(Math.abs(each.score), heaviest)),
    0,
  );
}
const heaviest = 20;

/**
 * Who of a group is unlike the others, and in what. `before` is what was answered for the group last: what was unlike stays so until it is
 * clearly alike again, so that nothing flickers at the threshold.
 */
export function unlikeInGroup(
  group: readonly Traits[],
  before: Differences = new Map(),
): Differences {
  const found = new Map<string, Difference[]>();
  const add = (id: string, difference: Difference): void => {
    const list = found.get(id);
    if (list === undefined) found.set(id, [difference]);
    else list.push(difference);
  };
  for (const trait of comparedSettings) {
    for (const [id, difference] of unlikeSettings(group, trait)) add(id, difference);
  }
  for (const trait of comparedNumbers) {
    const wasUnlike = (id: string): boolean =>
      before.get(id)?.some((difference) => difference.trait === trait) ?? false;
    for (const [id, difference] of unlikeNumbers(group, trait, wasUnlike)) add(id, difference);
  }
  return found;
}

function unlikeNumbers(
  group: readonly Traits[],
  trait: ComparedNumber,
  wasUnlike: (id: string) => boolean,
): readonly (readonly [string, Difference])[] {
  const known = group.flatMap(({ id, numbers }) => {
    const value = numbers[trait];
    return value === null ? [] : [{ id, value }];
  });
  if (known.length < smallestGroup) return [];
  const values = known.map(({ value }) => value);
  const usual = median(values);
  const spread = robustSpread(values, usual);
  return known.flatMap(({ id, value }) => {
    const distance = Math.abs(value - usual);
    const relaxed = wasUnlike(id) ? alikeBelow / unlikeFrom : 1;
    if (distance < relaxed * Math.max(leastDistance[trait], leastShare * usual)) return [];
    const score = (value - usual) / spread;
    if (Math.abs(score) < relaxed * unlikeFrom) return [];
    return [[id, { kind: 'number', trait, value, usual, score }] as const];
  });
}

function unlikeSettings(
  group: readonly Traits[],
  trait: ComparedSetting,
): readonly (readonly [string, Difference])[] {
  const known = group.flatMap(({ id, settings }) => {
    const value = settings[trait];
    return value === undefined ? [] : [{ id, value }];
  });
  if (known.length < smallestGroup) return [];
  const counts = new Map<string | null, number>();
  for (const { value } of known) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [usual, alike] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (alike < usualShare * known.length) return [];
  return known.flatMap(({ id, value }) =>
    value === usual
      ? []
      : [[id, { kind: 'setting', trait, value, usual, alike, known: known.length }] as const],
  );
}
