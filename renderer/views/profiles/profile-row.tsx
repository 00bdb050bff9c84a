import { Badge, Group, Table, Text, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconMinus } from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../shared/ipc/contract.ts';
import { hostAndPort } from '../../../shared/model/host.ts';
import { useSnapshot } from '../../api/context.ts';
import { EnvironmentBadge } from '../../components/environment-badge.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { StateLabel } from '../../components/state-label.tsx';
import { paths } from '../../routes.ts';
import { ProfileActions } from './profile-actions.tsx';
import classes from './profile-list.module.css';

/** One profile: renders again only when it or its proxy's state changes. */
export const ProfileRow = memo(function ProfileRow({ profile }: { profile: ProfileEntry }) {
  const { t } = useTranslation();
  const { id, host, port, transport, udpPort } = profile;
  const kind = useSnapshot(id)?.state.kind ?? 'off';
  const address = hostAndPort(host, port);
  return (
    <Table.Tr data-profile={id}>
      <Table.Th scope="row" fw={600}>
        <Group gap="2px 6px">
          <RouteLink to={paths.proxy(id)} size="sm" fw={600}>
            {profile.name}
          </RouteLink>
          {profile.demo && (
            <Badge size="xs" variant="outline" color="gray" className={classes.demo}>
              {t('demo')}
            </Badge>
          )}
        </Group>
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
      </Table.Td>
      <Table.Td data-column="user">
        <Text span size="sm">
          {profile.user}
        </Text>
        {profile.stockCredentials && (
          <Tooltip label={t('profiles:stock.text')} multiline w={300}>
            <Text className={classes.stock} size="xs" tabIndex={0}>
              <IconAlertTriangle size={13} aria-hidden /> {t('profiles:stock.short')}
            </Text>
          </Tooltip>
        )}
      </Table.Td>
      <Table.Td>
        <EnvironmentBadge environment={profile.environment} />
      </Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          {profile.savedPassword === 'here' ? (
            <IconCheck size={14} color="var(--spcp-ready)" aria-hidden />
          ) : (
            <IconMinus size={14} color="var(--spcp-waiting)" aria-hidden />
          )}
          <Text span size="sm">
            {t(`profiles:password.${profile.savedPassword}`)}
          </Text>
        </Group>
      </Table.Td>
      <Table.Td>
        <StateLabel kind={kind} />
      </Table.Td>
      <Table.Td>
        <ProfileActions profile={profile} kind={kind} />
      </Table.Td>
    </Table.Tr>
  );
});
