import type { ChartUnit } from '../../../../charts/chart-axes.ts';

/** How many colours there are beside that of zero. */
export const heatLevels = 6;

/** The most that each colour stands for, rising; values on each are some times those on the one before, since proxies differ so. */
export type HeatScale = readonly number[];

/** The scale whose last colour just holds the greatest value: by 1, 2, 5 and 10, of bytes by powers of four. */
export function heatScale(most: number, unit: ChartUnit): HeatScale {
  const step = stepsOf(unit);
  let index = 0;
  while (step(index) < most) index++;
  while (step(index - 1) >= most && most > 0) index--;
  return Array.from({ length: heatLevels }, (_, level) => step(index - heatLevels + 1 + level));
}

/** The scale of before as long as it fits: colours that change their meaning with each reading cannot be read. */
export function heldScale(before: HeatScale | null, most: number, unit: ChartUnit): HeatScale {
  const top = before?.at(-1) ?? 0;
  const low = before?.at(-3) ?? 0;
  return before !== null && most <= top && most > low ? before : heatScale(most, unit);
}

/** The colour of a value: 0 for zero, up to `heatLevels`. */
export function levelOf(scale: HeatScale, value: number): number {
  if (value <= 0) return 0;
  const level = scale.findIndex((bound) => value <= bound);
  return level < 0 ? heatLevels : level + 1;
}

/** The round numbers of a unit, by their index: 0 is one. */
function stepsOf(unit: ChartUnit): (index: number) => number {
  if (unit === 'bytes') return (index) => 4 ** (index + 2);
  return (index) => {
    const decade = Math.floor(index / 3);
    const mantissa = [1, 2, 5][index - 3 * decade] ?? 1;
    return decade < 0 ? mantissa / 10 ** -decade : mantissa * 10 ** decade;
  };
}
