import { Button, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Plan, type StepState, stepStates } from '../../../shared/model/plan.ts';
import { inOneLine } from '../../../shared/texts/texts.ts';
import { Callout } from '../../components/callout.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { paths } from '../../routes.ts';
import { CanaryPanel } from './canary/canary-panel.tsx';
import { useCanary } from './canary/use-canary.ts';
import { PlanActions } from './plan-actions.tsx';
import classes from './plans.module.css';
import { StepStateLabel } from './step-state.tsx';
import { StepTable } from './step-table.tsx';
import { usePlan } from './use-plan.ts';

/** One plan: each target with what is in force and what is wanted, and what became of it. */
export default function PlanPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const fetched = usePlan(id);
  if (fetched.error?.code === 'not-found' || fetched.error?.code === 'invalid-input')
    return (
      <>
        <PageTitle title={t('pages.plan')} />
        <Empty title={t('plans:missing')}>
          <RouteLink to={paths.plans}>{t('plans:toPlans')}</RouteLink>
        </Empty>
      </>
    );
  return (
    <ViewStates loaded={fetched}>{(plan) => <OnePlan key={plan.id} plan={plan} />}</ViewStates>
  );
}

function OnePlan({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const speaker = useSpeaker();
  const canary = useCanary(plan.id);
  const [only, setOnly] = useState<StepState | null>(null);
  const present = stepStates.filter((state) => (plan.counts[state] ?? 0) > 0);
  const shown =
    only !== null && present.includes(only)
      ? plan.steps.filter(({ state }) => state === only)
      : plan.steps;
  return (
    <>
      <PageTitle
        title={plan.name}
        description={t('plans:made', { actor: plan.actor, when: format.dateTime(plan.createdAt) })}
      >
        <PlanActions plan={plan} />
      </PageTitle>
      {plan.leftOut.length > 0 && (
        <Callout tone="warning" title={t('plans:leftOut', { count: plan.leftOut.length })}>
          {plan.leftOut.map(({ profileName, error }) => (
            <Text size="sm" key={profileName}>
              {profileName}: {inOneLine(speaker.error(error))}
            </Text>
          ))}
        </Callout>
      )}
      {canary !== null && (
        <div className={classes.canary}>
          <CanaryPanel id={plan.id} canary={canary} />
        </div>
      )}
      <div className={classes.counts} role="status">
        <Text span size="sm" fw={600}>
          {t(`plans:busy.${plan.busy}`, { count: plan.steps.length })}
        </Text>
        {present.map((state) => (
          <Button
            key={state}
            size="compact-sm"
            variant={only === state ? 'light' : 'subtle'}
            color="gray"
            aria-pressed={only === state}
            onClick={() => setOnly(only === state ? null : state)}
          >
            <StepStateLabel state={state} count={plan.counts[state] ?? 0} />
          </Button>
        ))}
      </div>
      <StepTable steps={shown} />
    </>
  );
}
