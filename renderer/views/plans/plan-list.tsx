import { Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../shared/model/hidden.ts';
import { type PlanSummary, stepStates } from '../../../shared/model/plan.ts';
import { waitsFor } from '../../../shared/model/plan-waits.ts';
import { useCall } from '../../api/use-call.ts';
import { HowItWorks } from '../../components/help/how-it-works.tsx';
import { May } from '../../components/may/may.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { hrefOf, paths } from '../../routes.ts';
import classes from './plans.module.css';
import { useScopeText } from './scope/scope-text.ts';
import { StepStateLabel } from './step-state.tsx';

/** Every plan, newest first, with how far it is. */
export default function PlanList() {
  const { t } = useTranslation();
  const format = useFormat();
  const scopeOf = useScopeText();
  const plans = useCall('plans.list', {}, { live: true });
  return (
    <>
      <PageTitle
        title={t('pages.plans')}
        description={t('plans:description')}
        beside={<HowItWorks of="plans" name={t('pages.plans')} />}
      >
        <May needs="operate">
          <Button
            component="a"
            href={hrefOf(paths.newPlan())}
            size="xs"
            leftSection={<IconPlus size={15} aria-hidden />}
          >
            {t('pages.newPlan')}
          </Button>
        </May>
      </PageTitle>
      <ViewStates
        loaded={plans}
        isEmpty={(list) => list.length === 0}
        empty={
          <Empty title={t('plans:none')} text={t('plans:noneText')}>
            <May needs="operate">
              <RouteLink to={paths.newPlan()}>{t('pages.newPlan')}</RouteLink>
            </May>
          </Empty>
        }
      >
        {(list) => (
          <Table.ScrollContainer minWidth={560} type="native">
            <Table verticalSpacing={6} aria-label={t('pages.plans')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{t('plans:columns.plan')}</Table.Th>
                  <Table.Th scope="col">{t('plans:columns.made')}</Table.Th>
                  <Table.Th scope="col">{t('plans:columns.state')}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.toSorted(newestFirst).map((plan) => (
                  <Table.Tr key={plan.id}>
                    <Table.Th scope="row" fw={400}>
                      <RouteLink to={paths.plan(plan.id)} size="sm">
                        {plan.name}
                      </RouteLink>
                      <Text size="xs" c="dimmed">
                        {[t(`changes:settings.${plan.setting}`), scopeOf(plan)]
                          .filter(Boolean)
                          .join(' · ')}
                      </Text>
                    </Table.Th>
                    <Table.Td>
                      {showHidden(plan.actor)}, {format.dateTime(plan.createdAt)}
                    </Table.Td>
                    <Table.Td>
                      <div className={classes.counts} style={{ marginBottom: 0 }}>
                        {plan.busy !== 'no' &&
                          !plan.asks &&
                          t(`plans:busy.${plan.busy}`, { count: 0 })}
                        {waitsFor(plan) !== null && <b>{t(`plans:waits.${waitsFor(plan)}`)}</b>}
                        {plan.elsewhere !== 'no' && t(`plans:elsewhere.${plan.elsewhere}`)}
                        {stepStates.map((state) => {
                          const count = plan.counts[state] ?? 0;
                          return (
                            count > 0 && <StepStateLabel key={state} state={state} count={count} />
                          );
                        })}
                      </div>
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ViewStates>
    </>
  );
}

function newestFirst(a: PlanSummary, b: PlanSummary): number {
  return b.createdAt - a.createdAt;
}
