import { IconArrowsSplit2 } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { useDifferences, useIsOld } from '../../../../api/context.ts';
import { StateIcon } from '../../../../components/state-label.tsx';
import { kindOf, unreachableSinceOf, usePart } from '../../../../fleet/rows/use-part.ts';
import { useIsSelected } from '../../../../fleet/selection/selection.ts';
import { hrefOf, paths } from '../../../../routes.ts';
import type { CellSize } from './cell-size.ts';
import classes from './map.module.css';

/** One proxy as a cell. Its colour and its value are painted from outside (use-painted-cells.ts); what is not as it should be has a sign and a pattern. */
export const MapCell = memo(function MapCell(props: {
  profile: ProfileEntry;
  place: number;
  shows: CellSize['shows'];
}) {
  const { profile, place, shows } = props;
  const kind = usePart(profile.id, kindOf) ?? 'off';
  const selected = useIsSelected(profile.id);
  const old = useIsOld();
  const isUnlike = useDifferences(profile.id).length > 0;
  const { t } = useTranslation();
  const unreachable = usePart(profile.id, unreachableSinceOf) !== null;
  return (
    <li
      className={classes.place}
      data-place={place}
      data-proxy={profile.id}
      data-state={kind}
      data-selected={selected || undefined}
      data-stale={old || undefined}
      data-unreachable={unreachable || undefined}
    >
      <a
        className={classes.cell}
        href={hrefOf(paths.proxy(profile.id))}
        data-card-link
        aria-label={
          shows === 'mark'
            ? [profile.name, isUnlike ? t('arrangement:filter.unlike') : '']
                .filter(Boolean)
                .join(', ')
            : undefined
        }
      >
        {shows === 'value' && <span className="visually-hidden">{profile.name} </span>}
        {kind !== 'ready' && <StateIcon kind={kind} size={14} />}
        {isUnlike && (
          <span className={classes.unlike}>
            <IconArrowsSplit2 size={12} aria-hidden />
            <span className="visually-hidden">{t('arrangement:filter.unlike')}</span>
          </span>
        )}
        {shows === 'name-and-value' && <span className={classes.name}>{profile.name}</span>}
        {shows !== 'mark' && kind === 'ready' && <span className={classes.value} data-value />}
      </a>
    </li>
  );
});
