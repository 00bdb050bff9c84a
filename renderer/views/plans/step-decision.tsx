import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Decision, foundOf, type PlanStep } from '../../../shared/model/plan.ts';
import { useApi } from '../../api/context.ts';
import { May } from '../../components/may/may.tsx';
import { useAction } from '../../components/use-action.tsx';
import { ValueText } from '../../components/value-text.tsx';
import classes from './plans.module.css';

/** What was found in place of the value that the plan has seen, and what is to become of it. Nothing for a step of which nothing is to be decided. */
export function StepDecision({ plan, step }: { plan: string; step: PlanStep }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const found = foundOf(step);
  if (found === undefined || (step.state !== 'conflict' && step.state !== 'left')) return null;
  const { profileId, profileName: name } = step;
  const decide = (decision: Decision): void =>
    run(() => client.call('plans.decide', { id: plan, decision, profileIds: [profileId] }));
  return (
    <span className={classes.decision}>
      <ValueText setting={step.planned.setting} value={found} />
      {step.state === 'conflict' && (
        <May needs="operate">
          <Button
            size="compact-xs"
            variant="default"
            disabled={busy}
            aria-label={t('plans:decide.leaveOne', { name })}
            onClick={() => decide('leave')}
          >
            {t('plans:decide.leave')}
          </Button>
        </May>
      )}
      <May needs="operate">
        <Button
          size="compact-xs"
          variant="default"
          disabled={busy}
          aria-label={t('plans:decide.takeOne', { name })}
          onClick={() => decide('take')}
        >
          {t('plans:decide.take')}
        </Button>
      </May>
    </span>
  );
}
