import { Button, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../shared/model/hidden.ts';
import type { Plan } from '../../../shared/model/plan.ts';
import { inOneLine } from '../../../shared/texts/texts.ts';
import { Callout } from '../../components/callout.tsx';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { paths } from '../../routes.ts';
import { CanaryPanel } from './canary/canary-panel.tsx';
import { useCanary } from './canary/use-canary.ts';
import { ConflictCallout } from './conflict-callout.tsx';
import { NotLoggedIn } from './not-logged-in.tsx';
import { PlanActions } from './plan-actions.tsx';
import { PlanDeeds } from './plan-deeds.tsx';
import { PlanProgress } from './plan-progress.tsx';
import classes from './plans.module.css';
import { useScopeText } from './scope/scope-text.ts';
import { StepFilters } from './step-filters.tsx';
import { StepTable } from './step-table.tsx';
import { useLocked } from './use-locked.ts';
import { usePlan } from './use-plan.ts';
import { useShownSteps } from './use-shown-steps.ts';

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
  const scopeOf = useScopeText();
  const locked = useLocked(plan.steps);
  const steps = useShownSteps(plan.steps, locked);
  return (
    <>
      <PageTitle
        title={plan.name}
        beside={<HowItWorks of="plans" name={t('pages.plans')} />}
        description={[
          t('plans:made', { actor: showHidden(plan.actor), when: format.dateTime(plan.createdAt) }),
          scopeOf(plan),
        ]
          .filter(Boolean)
          .join(' · ')}
      >
        <RouteLink to={paths.auditOfPlan(plan.id)} size="sm">
          {t('plans:toAudit')}
        </RouteLink>
        <PlanActions plan={plan} />
      </PageTitle>
      <PlanDeeds plan={plan} />
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
          <CanaryPanel plan={plan} canary={canary} />
        </div>
      )}
      <ConflictCallout plan={plan} />
      {locked.size > 0 && plan.busy === 'no' && plan.elsewhere === 'no' && (
        <Callout tone="info" title={t('plans:locked', { count: locked.size })}>
          {t('plans:lockedText')}
        </Callout>
      )}
      <NotLoggedIn plan={plan} />
      <PlanProgress plan={plan} />
      <div className={classes.counts} role="status">
        <Text span size="sm" fw={600}>
          {t(`plans:busy.${plan.busy}`, { count: plan.steps.length })}
        </Text>
        {plan.elsewhere !== 'no' && (
          <Text span size="sm">
            {t(`plans:elsewhere.${plan.elsewhere}`)}
          </Text>
        )}
        <StepFilters plan={plan} locked={locked.size} shown={steps} />
      </div>
      {steps.shown.length === 0 ? (
        <Empty title={t('plans:noStep')}>
          <Button size="xs" variant="default" onClick={steps.showAll}>
            {t('plans:showAll')}
          </Button>
        </Empty>
      ) : (
        <StepTable plan={plan.id} steps={steps.shown} locked={locked} />
      )}
    </>
  );
}
