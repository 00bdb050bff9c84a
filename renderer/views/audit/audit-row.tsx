import { Group, Table, Text } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AuditRow } from '../../../shared/model/change.ts';
import { ChangedBy } from '../../components/changed-by.tsx';
import { RouteLink } from '../../components/route-link.tsx';
import { unbroken } from '../../components/unbroken.ts';
import { ValueText } from '../../components/value-text.tsx';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import { LensLink } from '../proxy/settings/history/lens-link.tsx';
import { OutcomeLabel } from '../proxy/settings/outcome/outcome.tsx';

/** One change: when and by whom, of which proxy, from what to what, and what came of it. */
export const AuditEntryRow = memo(function AuditEntryRow(props: {
  entry: AuditRow;
  /** There is a page of this proxy. */
  known: boolean;
}) {
  const { entry } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const { setting, profileName } = entry;
  return (
    <Table.Tr data-outcome={entry.outcome}>
      <Table.Td>
        <time dateTime={new Date(entry.at).toISOString()}>{format.dateTime(entry.at)}</time>
        <Text size="xs" c="dimmed">
          <ChangedBy entry={entry} />
        </Text>
      </Table.Td>
      <Table.Td>
        {props.known ? (
          <RouteLink to={paths.proxy(entry.profileId)} size="sm" style={unbroken(profileName)}>
            {profileName}
          </RouteLink>
        ) : (
          profileName
        )}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{t(`changes:settings.${setting}`)}</Text>
        <Text size="xs" c="dimmed">
          {entry.undoes !== null && t('changes:history.isUndo')}
          {entry.undoes !== null && entry.plan !== null && ' · '}
          {entry.plan !== null && (
            <RouteLink to={paths.plan(entry.plan)} inherit underline="always">
              {t('audit:ofPlan')}
            </RouteLink>
          )}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap={6}>
          <ValueText setting={setting} value={entry.before} />
          <span aria-hidden>→</span>
          <span className="visually-hidden">{t('changes:to')}</span>
          <ValueText setting={setting} value={entry.requested} />
        </Group>
        {entry.after !== null && entry.after !== entry.requested && (
          <Group gap={6} mt={2}>
            <Text span size="xs" c="dimmed">
              {t('changes:history.readBack')}
            </Text>
            <ValueText setting={setting} value={entry.after} />
          </Group>
        )}
      </Table.Td>
      <Table.Td>
        <OutcomeLabel outcome={entry.outcome} />
        <LensLink entry={entry} known={props.known} />
      </Table.Td>
    </Table.Tr>
  );
});
