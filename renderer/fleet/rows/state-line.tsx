import { IconPlayerPause, IconPlugConnectedX } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/context.ts';
import { useIsPaused } from '../../api/paused.ts';
import { MaintenanceMark } from '../../components/maintenance-mark.tsx';
import { StateLabel } from '../../components/state-label.tsx';
import { useFormat } from '../../format/use-format.ts';
import classes from './state-line.module.css';
import { kindOf, unreachableSinceOf, usePart } from './use-part.ts';

interface LineProps {
  readonly id: string;
  readonly old: boolean;
  /** In as few words as it can be. */
  readonly short?: boolean;
}

/** A proxy's state, and that work is done on it. */
export const StateLine = memo(function StateLine(props: LineProps) {
  return (
    <span className={classes.state}>
      <State {...props} />
      <MaintenanceMark id={props.id} signOnly={props.short ?? false} />
    </span>
  );
});

/** By sign and word; of one that is not reached, since when, however often it is tried. `old` where it is the last one known. */
function State(props: LineProps) {
  const { id, old, short = false } = props;
  const kind = usePart(id, kindOf);
  const since = usePart(id, unreachableSinceOf);
  const { t } = useTranslation();
  const format = useFormat();
  const { fleet } = useApi();
  const paused = useIsPaused(id);
  if (kind === undefined) return <span>{t('loading')}</span>;
  if (since === null || old) {
    const label = <StateLabel kind={kind} old={old} />;
    if (!paused || kind !== 'ready') return label;
    return (
      <span className={classes.state} data-state={kind}>
        {label}
        <span className={classes.paused} title={t('board:pausedText')}>
          <IconPlayerPause size={13} aria-hidden />
          {t('board:paused')}
        </span>
      </span>
    );
  }
  return (
    <span className={classes.unreachable} title={format.dateTime(since)} data-state={kind}>
      <IconPlugConnectedX size={16} stroke={2} aria-hidden />
      <span className={classes.text}>
        {t(short ? 'board:unreachableShort' : 'board:unreachableSince', {
          time: format.moment(since, fleet.now()),
        })}
      </span>
    </span>
  );
}
