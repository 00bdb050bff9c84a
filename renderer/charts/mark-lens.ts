import { hrefOf, paths } from '../routes.ts';
import type { ChartMark } from './time-chart-series.ts';

/** The link to before and after of what is marked on a proxy's chart; null for a restart, which nobody made. */
export function lensLinkOf(id: string, mark: ChartMark): string | null {
  return mark.kind === 'restart' ? null : hrefOf(paths.lens(id, mark.at));
}
