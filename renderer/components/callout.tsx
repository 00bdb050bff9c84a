import { Text } from '@mantine/core';
import {
  type Icon,
  IconAlertTriangle,
  IconCircleCheck,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './callout.module.css';

export type CalloutTone = 'good' | 'info' | 'warning' | 'bad' | 'unknown';

const icons: Readonly<Record<CalloutTone, Icon>> = {
  good: IconCircleCheck,
  info: IconInfoCircle,
  warning: IconAlertTriangle,
  bad: IconAlertTriangle,
  unknown: IconHelpCircle,
};

/** Something to be noticed in its place, calm in colour; its tone is also in its sign and words. */
export function Callout(props: {
  tone: CalloutTone;
  title: string;
  role?: 'alert';
  outcome?: string;
  code?: string;
  children: ReactNode;
}) {
  const Sign = icons[props.tone];
  return (
    <div
      className={classes.callout}
      role={props.role}
      data-tone={props.tone}
      data-outcome={props.outcome}
      data-code={props.code}
    >
      <Sign size={18} aria-hidden className={classes.sign} />
      <div className={classes.content}>
        <Text size="sm" fw={600} className={classes.title}>
          {props.title}
        </Text>
        {props.children}
      </div>
    </div>
  );
}
