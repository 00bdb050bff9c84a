import { type RefObject, useEffect, useRef, useState } from 'react';
import { useApi } from '../../../../api/context.ts';
import type { Means } from '../../../../api/means.ts';
import type { SeriesName } from '../../../../api/point-ring.ts';
import { formatOf, unitOf } from '../../../../format/metric-format.ts';
import { useFormat } from '../../../../format/use-format.ts';
import { type HeatScale, heldScale, levelOf } from './heat-scale.ts';

/**
 * Paints the cells of proxies that are ready by their means, outside of React: of a thousand values most are others each second, and few
 * of them another colour. Answers the scale.
 */
export function usePaintedCells(
  board: RefObject<HTMLElement | null>,
  series: SeriesName,
  /** Another value where other cells are there. */
  cells: unknown,
): HeatScale | null {
  const { means } = useApi();
  const format = useFormat();
  const [scale, setScale] = useState<HeatScale | null>(null);
  const held = useRef<{ series: SeriesName; scale: HeatScale } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cells are painted anew
  useEffect(() => {
    const element = board.current;
    if (element === null) return;
    const say = formatOf(format, series);
    const found = [...element.querySelectorAll<HTMLElement>('[data-proxy]')].map((cell) => ({
      cell,
      id: cell.dataset.proxy ?? '',
    }));
    const paint = (): void => {
      const all = means.all.get();
      const before = held.current?.series === series ? held.current.scale : null;
      const next = heldScale(before, mostOf(all, series), unitOf[series]);
      held.current = { series, scale: next };
      setScale(next);
      for (const { cell, id } of found) {
        const value = all.get(id)?.[series] ?? null;
        const level = value === null ? '' : String(levelOf(next, value));
        if (cell.dataset.level !== level) cell.dataset.level = level;
        const text = cell.querySelector('[data-value]')?.firstChild ?? null;
        const said = say(value);
        if (text === null) cell.querySelector('[data-value]')?.append(said);
        else if (text.nodeValue !== said) text.nodeValue = said;
      }
    };
    paint();
    return means.all.subscribe(paint);
  }, [board, means, format, series, cells]);
  return scale;
}

function mostOf(all: ReadonlyMap<string, Means>, series: SeriesName): number {
  let most = 0;
  for (const means of all.values()) most = Math.max(most, means[series] ?? 0);
  return most;
}
