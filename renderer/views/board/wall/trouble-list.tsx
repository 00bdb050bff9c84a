import { useTranslation } from 'react-i18next';
import { isInTrouble } from '../../../../shared/fleet/trouble.ts';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { ProxySnapshot } from '../../../../shared/model/fleet-frame.ts';
import { useApi, useIsOld } from '../../../api/context.ts';
import { useSampled } from '../../../components/use-sampled.ts';
import { StateLine } from '../../../fleet/rows/state-line.tsx';
import classes from './wall.module.css';

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();
const renewMs = 1000;
/** So many are named on every page; the others are counted. */
const mostNamed = 8;

/** Who wants a look, whichever page is shown. */
export function TroubleList({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { fleet } = useApi();
  const { t } = useTranslation();
  const old = useIsOld();
  const snapshots = useSampled(fleet.snapshots, renewMs) ?? noSnapshots;
  const troubled = profiles.filter(({ id }) => {
    const snapshot = snapshots.get(id);
    return snapshot !== undefined && isInTrouble(snapshot);
  });
  if (troubled.length === 0) return null;
  const more = troubled.length - mostNamed;
  return (
    <ul className={classes.troubles} aria-label={t('wall:troubles')}>
      {troubled.slice(0, mostNamed).map(({ id, name }) => (
        <li key={id}>
          <strong>{name}</strong> <StateLine id={id} old={old} />
        </li>
      ))}
      {more > 0 && <li>{t('wall:more', { count: more })}</li>}
    </ul>
  );
}
