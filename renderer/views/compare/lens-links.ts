import type { MarkWords } from '../../charts/mark-button.tsx';
import type { OverlayMark } from '../../charts/overlay-series.ts';
import { hrefOf, paths } from '../../routes.ts';
import { type ChangeCompareView, type CompareView, searchOf } from './compare-view.ts';

/** Where marks lead, and what opens before and after of theirs beneath the comparison. */
export type LensLinks = Required<Pick<MarkWords<OverlayMark>, 'linkOf' | 'onOpen'>>;

/** The address of the same comparison with before and after of a change; a restart has none. */
export function lensLinks(view: CompareView, change: ChangeCompareView): LensLinks {
  const lensOf = ({ proxyId, at }: OverlayMark) => ({ proxy: proxyId, at: Math.round(at) });
  return {
    linkOf: (mark) =>
      mark.kind === 'restart'
        ? null
        : hrefOf(paths.savedComparison(searchOf({ ...view, ...lensOf(mark) }))),
    onOpen: (mark) => change(lensOf(mark)),
  };
}
