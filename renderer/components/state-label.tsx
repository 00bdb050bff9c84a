import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconClockPause,
  IconKey,
  IconLoader2,
  IconLock,
  IconPlugOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProxyState } from '../../shared/model/proxy-state.ts';
import classes from './state-label.module.css';

const looks: Readonly<Record<ProxyState['kind'], { icon: Icon; color: string }>> = {
  off: { icon: IconPlugOff, color: 'var(--spcp-off)' },
  connecting: { icon: IconLoader2, color: 'var(--spcp-busy)' },
  authenticating: { icon: IconKey, color: 'var(--spcp-busy)' },
  ready: { icon: IconCircleCheck, color: 'var(--spcp-ready)' },
  waiting: { icon: IconClockPause, color: 'var(--spcp-waiting)' },
  'vault-locked': { icon: IconLock, color: 'var(--spcp-waiting)' },
  'needs-attention': { icon: IconAlertTriangle, color: 'var(--spcp-attention)' },
};

/** What was known last claims nothing by its colour. */
function colourOf(kind: ProxyState['kind'], old = false): string {
  return old ? 'var(--spcp-muted)' : looks[kind].color;
}

/** A state's sign alone, for lists where its name stands beside it or is read out. */
export function StateIcon(props: { kind: ProxyState['kind']; size?: number; old?: boolean }) {
  const { icon: Sign } = looks[props.kind];
  const color = colourOf(props.kind, props.old);
  return <Sign size={props.size ?? 16} color={color} stroke={2} aria-hidden />;
}

/** A proxy's state by sign and word, never by colour alone; `old` where it is the last one known. */
export function StateLabel(props: { kind: ProxyState['kind']; old?: boolean }) {
  const { t } = useTranslation();
  const name = t(`states:${props.kind}.name`);
  return (
    <span className={classes.label} data-state={props.kind}>
      <StateIcon kind={props.kind} old={props.old ?? false} />
      <span style={{ color: colourOf(props.kind, props.old) }}>
        {props.old === true ? t('lastKnown', { state: name }) : name}
      </span>
    </span>
  );
}
