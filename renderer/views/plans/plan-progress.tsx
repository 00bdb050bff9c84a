import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Plan, type StepState, stepStates } from '../../../shared/model/plan.ts';
import classes from './plans.module.css';

/** Of these nothing became anything yet. */
const open: ReadonlySet<StepState> = new Set(['waiting', 'running']);

/** How far applying the plan is. Nothing while nobody applies it. */
export function PlanProgress({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  if (plan.busy !== 'applying' && plan.elsewhere !== 'applying') return null;
  const all = plan.steps.length;
  const over = stepStates
    .filter((state) => !open.has(state))
    .reduce((sum, state) => sum + (plan.counts[state] ?? 0), 0);
  const label = t('plans:progress', { over, all });
  return (
    <div className={classes.progress}>
      <Progress value={(100 * over) / all} aria-label={label} />
      <Text size="xs" c="dimmed">
        {label}
      </Text>
    </div>
  );
}
