import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProxySnapshot } from '../../../shared/model/fleet-frame.ts';
import { isRetried, type Plan } from '../../../shared/model/plan.ts';
import { useApi } from '../../api/context.ts';
import { Callout } from '../../components/callout.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { useSampled } from '../../components/use-sampled.ts';
import { paths } from '../../routes.ts';

const noSnapshots: ReadonlyMap<string, ProxySnapshot> = new Map();

/** That targets which are yet to be changed have no session now, as after a restart: going on would not reach them. Nothing where all have one. */
export function NotLoggedIn({ plan }: { plan: Pick<Plan, 'busy' | 'steps'> }) {
  const { t } = useTranslation();
  const { fleet } = useApi();
  const snapshots = useSampled(fleet.snapshots, 1000) ?? noSnapshots;
  const open = plan.steps.filter(({ state }) => state === 'waiting' || isRetried(state));
  const without = open.filter(({ profileId }) => snapshots.get(profileId)?.state.kind !== 'ready');
  if (plan.busy !== 'no' || without.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title={t(without.length === open.length ? 'plans:noneLoggedIn' : 'plans:notLoggedIn', {
        count: without.length,
      })}
    >
      <Text size="sm">
        {t('plans:notLoggedInText')}{' '}
        <RouteLink to={paths.board} inherit underline="always">
          {t('plans:toFleet')}
        </RouteLink>
      </Text>
    </Callout>
  );
}
