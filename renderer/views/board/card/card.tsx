import { memo } from 'react';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useIsOld } from '../../../api/context.ts';
import {
  kindOf,
  readAtOf,
  staleSinceOf,
  unreachableSinceOf,
  usePart,
} from '../../../fleet/rows/use-part.ts';
import { cardHeight } from '../pictures/measures.ts';
import classes from './card.module.css';
import { CardChart } from './card-chart.tsx';
import { CardFoot } from './card-foot.tsx';
import { CardHead } from './card-head.tsx';
import { CardMetrics } from './card-metrics.tsx';

/** One proxy on the board. Only the parts that show what changed render again. */
export const Card = memo(function Card({ profile }: { profile: ProfileEntry }) {
  const old = useIsOld();
  const kind = usePart(profile.id, kindOf);
  // While it is ready, each reading is another time: only that of an old one is shown.
  const readAt = usePart(profile.id, old ? readAtOf : staleSinceOf);
  const unreachable = usePart(profile.id, unreachableSinceOf) !== null;
  const stale = old || kind !== 'ready';
  const titleId = `card-${profile.id}`;
  return (
    <article
      className={classes.card}
      style={{ height: cardHeight }}
      aria-labelledby={titleId}
      data-state={kind}
      data-stale={stale || undefined}
      data-unreachable={unreachable || undefined}
    >
      <CardHead profile={profile} titleId={titleId} kind={kind} old={old} />
      <CardMetrics id={profile.id} />
      <CardChart profile={profile} stale={stale} readAt={readAt} />
      <CardFoot profile={profile} />
    </article>
  );
});
