import { Button, Group } from '@mantine/core';
import {
  IconChartLine,
  IconCopyPlus,
  IconListCheck,
  IconPencil,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlug,
  IconPlugOff,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import type { ProxyState } from '../../../../shared/model/proxy-state.ts';
import { useApi, useIsOld } from '../../../api/context.ts';
import { useIsPaused, usePausing } from '../../../api/paused.ts';
import { ColourMark } from '../../../components/colour-mark.tsx';
import { isConnectable } from '../../../components/connectable.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { May } from '../../../components/may/may.tsx';
import { NewWindowButton } from '../../../components/new-window-button.tsx';
import { PageTitle } from '../../../components/page-title.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { Unlike } from '../../../fleet/differences/unlike.tsx';
import { StateLine } from '../../../fleet/rows/state-line.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import { FavouriteStar } from '../../profiles/favourites/favourite-star.tsx';
import { useChartSpan } from '../charts/use-chart-span.ts';
import classes from './proxy-header.module.css';

/** The proxy's name and state, the way it is reached and why, and what can be done with it. */
export function ProxyHeader({ profile, state }: { profile: ProfileEntry; state: ProxyState }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const { id } = profile;
  const off = isConnectable(state.kind);
  const { zoom, range } = useChartSpan();
  const paused = useIsPaused(id);
  const pause = usePausing();
  return (
    <PageTitle
      title={profile.name}
      beside={
        <Group gap="sm">
          <span role="status" className={classes.state}>
            <StateLine id={id} old={useIsOld()} />
          </span>
          <EnvironmentBadge environment={profile.environment} />
          {profile.managed && <ManagedBadge />}
          <ColourMark colour={profile.colour} />
          <FavouriteStar profile={profile} />
          <Unlike id={id} />
        </Group>
      }
      description={<Route profile={profile} state={state} />}
    >
      <NewWindowButton />
      <Button
        component="a"
        href={hrefOf(paths.compareWith([id], zoom ?? { range }))}
        size="xs"
        variant="default"
        leftSection={<IconChartLine size={14} aria-hidden />}
      >
        {t('compare:compareOthers')}
      </Button>
      <Button
        component="a"
        href={hrefOf(paths.profile(id))}
        size="xs"
        variant="default"
        leftSection={<IconPencil size={14} aria-hidden />}
      >
        {t('editProfile')}
      </Button>
      <May needs="administer">
        <Button
          component="a"
          href={hrefOf(paths.duplicateOf(id))}
          size="xs"
          variant="default"
          leftSection={<IconCopyPlus size={14} aria-hidden />}
        >
          {t('duplicate')}
        </Button>
      </May>
      <May needs="operate">
        <Button
          component="a"
          href={hrefOf(paths.newPlan({ proxy: id }))}
          size="xs"
          variant="default"
          leftSection={<IconListCheck size={14} aria-hidden />}
        >
          {t('plans:change')}
        </Button>
      </May>
      {(paused || !off) && (
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            leftSection={
              paused ? (
                <IconPlayerPlay size={14} aria-hidden />
              ) : (
                <IconPlayerPause size={14} aria-hidden />
              )
            }
            title={t('board:pausedText')}
            onClick={() => run(() => pause([id], !paused))}
          >
            {t(paused ? 'proxy:resume' : 'proxy:pause')}
          </Button>
        </May>
      )}
      <May needs="operate">
        <Button
          size="xs"
          variant={off ? 'filled' : 'default'}
          leftSection={
            off ? <IconPlug size={14} aria-hidden /> : <IconPlugOff size={14} aria-hidden />
          }
          loading={busy}
          onClick={() => run(() => client.call(off ? 'fleet.connect' : 'fleet.disconnect', { id }))}
        >
          {t(off ? 'connect' : 'disconnect')}
        </Button>
      </May>
    </PageTitle>
  );
}

function Route({ profile, state }: { profile: ProfileEntry; state: ProxyState }) {
  const { t } = useTranslation();
  const { host, port, user } = profile;
  const address = hostAndPort(host, port);
  const connection = state.kind === 'ready' ? state.connection : null;
  const transport = connection?.transport ?? profile.transport;
  return (
    <>
      {t('proxy:target', { address, user })}
      {` · ${t(`transports.${transport}`)}`}
      {transport === 'udp' && `, ${t('profiles:udpPort', { port: String(profile.udpPort) })}`}
      {transport === 'ssh' && ` · ${profile.sshDestination}`}
      {connection?.reason != null && ` (${t(`kernelSctp.${connection.reason}`)})`}
    </>
  );
}
