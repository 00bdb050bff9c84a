import { Badge, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../../shared/model/host.ts';
import { useIsOld, useStateKind } from '../../../api/context.ts';
import { EnvironmentBadge } from '../../../components/environment-badge.tsx';
import { ManagedBadge } from '../../../components/managed/managed-badge.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { paths } from '../../../routes.ts';
import { StateLine } from '../../board/pictures/state-line.tsx';
import { ProfileActions } from './profile-actions.tsx';
import classes from './profile-list.module.css';

/** One profile: renders again only when it or its proxy's state changes. */
export const ProfileRow = memo(function ProfileRow({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const { id, host, port, transport, udpPort } = profile;
  const kind = useStateKind(id) ?? 'off';
  const old = useIsOld();
  const address = hostAndPort(host, port);
  return (
    <Table.Tr data-profile={id}>
      <Table.Th scope="row" fw={600} className={classes.name}>
        <Group gap="2px 6px">
          <RouteLink to={paths.proxy(id)} size="sm" fw={600}>
            {profile.name}
          </RouteLink>
          {profile.demo && (
            <Badge size="xs" variant="outline" color="gray" className={classes.demo}>
              {t('demo')}
            </Badge>
          )}
          {profile.managed && <ManagedBadge />}
        </Group>
        {profile.folder !== '' && (
          <Text size="xs" c="dimmed" fw={400} className={classes.narrow}>
            {profile.folder}
          </Text>
        )}
      </Table.Th>
      <Table.Td data-column="folder">
        {profile.folder === '' ? (
          <Text span size="sm" c="dimmed">
            –
          </Text>
        ) : (
          profile.folder
        )}
      </Table.Td>
      <Table.Td>
        <Text span size="sm">
          {address}
        </Text>
        <Text size="xs" c="dimmed">
          {t(`transports.${transport}`)}
          {(transport === 'auto' || transport === 'udp') &&
            ` · ${t('profiles:udpPort', { port: udpPort })}`}
          {transport === 'ssh' && ` · ${profile.sshDestination}`}
        </Text>
        <div className={classes.narrow}>
          <User profile={profile} />
        </div>
      </Table.Td>
      <Table.Td data-column="user">
        <User profile={profile} />
      </Table.Td>
      <Table.Td data-column="environment">
        <EnvironmentBadge environment={profile.environment} />
      </Table.Td>
      <Table.Td data-column="password">
        <Password saved={profile.savedPassword} />
      </Table.Td>
      <Table.Td data-column="state">
        <StateLine id={id} old={old} />
        <div className={classes.narrow}>
          <EnvironmentBadge environment={profile.environment} />
          <Password saved={profile.savedPassword} named />
        </div>
      </Table.Td>
      <Table.Td>
        <ProfileActions profile={profile} kind={kind} />
      </Table.Td>
    </Table.Tr>
  );
});

function User({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  return (
    <>
      <Text span size="sm">
        {profile.user}
      </Text>
      {profile.stockCredentials && (
        <Tooltip label={t('profiles:stock.text')} multiline w={300} events={onFocusToo}>
          <Text className={classes.stock} size="xs" tabIndex={0}>
            <IconAlertTriangle size={13} aria-hidden /> {t('profiles:stock.short')}
          </Text>
        </Tooltip>
      )}
    </>
  );
}

const onFocusToo = { hover: true, focus: true, touch: true };

/** `named` where no column says that it is a password. */
function Password({ saved, named }: { saved: ProfileEntry['savedPassword']; named?: boolean }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap">
      {saved === 'here' ? (
        <IconCheck size={14} color="var(--spcp-ready)" aria-hidden />
      ) : (
        <IconMinus size={14} color="var(--spcp-waiting)" aria-hidden />
      )}
      <Text span size="sm">
        {named === true && `${t('profiles:columns.password')}: `}
        {t(`profiles:password.${saved}`)}
      </Text>
    </Group>
  );
}
