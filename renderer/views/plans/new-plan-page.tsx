import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { mostTargets } from '../../../shared/model/plan.ts';
import { useProfiles } from '../../api/profiles.ts';
import { ErrorPanel } from '../../components/error-panel.tsx';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { LeaveQuestion } from '../../components/leave-question.tsx';
import { LookOnly } from '../../components/may/look-only.tsx';
import { May } from '../../components/may/may.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { hrefOf, paths } from '../../routes.ts';
import { PlanFields } from './plan-fields.tsx';
import classes from './plans.module.css';
import { ScopeChoice } from './scope/scope-choice.tsx';
import { useScope } from './scope/use-scope.ts';
import { useNewPlan } from './use-new-plan.ts';
import { useUsualName } from './usual-name.ts';

/** Asks which proxies are to be changed, and how: a folder, a tag, what a search finds, or the one that the address names. */
export default function NewPlanPage() {
  const { t } = useTranslation();
  const profiles = useProfiles();
  return (
    <>
      <PageTitle
        title={t('pages.newPlan')}
        description={t('plans:new.text')}
        beside={<HowItWorks of="plans" name={t('pages.plans')} />}
      />
      <ViewStates
        loaded={profiles}
        isEmpty={(list) => list.length === 0}
        empty={
          <Empty title={t('plans:scope.noProfiles')}>
            <RouteLink to={paths.newProfile}>{t('addProfile')}</RouteLink>
          </Empty>
        }
      >
        {(list) => <NewPlanForm profiles={list} />}
      </ViewStates>
    </>
  );
}

function NewPlanForm({ profiles }: { profiles: readonly ProfileEntry[] }) {
  const { t } = useTranslation();
  const scope = useScope(profiles);
  const { targets } = scope;
  const count = targets.length;
  const usualName = useUsualName();
  const plan = useNewPlan((form) => usualName(form, scope.scope, targets));
  const tooMany = count > mostTargets;
  return (
    <form
      className={classes.page}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (tooMany) return;
        void plan.create(
          targets.map(({ id }) => id),
          scope.scope,
        );
      }}
    >
      <LeaveQuestion dirty={plan.typed && !plan.saving} saving={false} next={null} within="page" />
      <LookOnly needs="operate" />
      <ScopeChoice profiles={profiles} scope={scope} />
      <PlanFields {...plan} />
      {plan.tried && count === 0 && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('plans:scope.none')}
        </Text>
      )}
      {tooMany && (
        <Text size="sm" c="var(--mantine-color-error)" role="alert">
          {t('plans:scope.tooMany', { count: mostTargets })}
        </Text>
      )}
      {plan.error !== null && <ErrorPanel error={plan.error} />}
      <Group gap="xs">
        <May needs="operate">
          <Button type="submit" loading={plan.saving}>
            {t('plans:new.create')}
          </Button>
        </May>
        <Button component="a" href={hrefOf(paths.plans)} variant="default">
          {t('cancel')}
        </Button>
      </Group>
    </form>
  );
}
