import { Box, Checkbox, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RouteLink } from '../../components/route-link.tsx';
import { unbroken } from '../../components/unbroken.ts';
import { useNow } from '../../components/use-now.ts';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import { AdoptMenu } from './adopt-menu.tsx';
import { canBringBack } from './bring-back.ts';
import { ChangedByText } from './changed-by-text.tsx';
import { DriftStateLabel } from './drift-state.tsx';
import { FoundText } from './found-text.tsx';
import { IntendedText } from './intended-text.tsx';
import type { ShownRow } from './shown-rows.ts';

/** Each setting of which something is intended: whether it is so, since when it is not, and what can be done. */
export function DriftTable(props: {
  rows: readonly ShownRow[];
  /** Ids of rows. */
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}) {
  const { rows, chosen, onChoose } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const deviating = rows.filter(({ row }) => canBringBack(row)).map(({ row }) => row.id);
  const all = deviating.length > 0 && deviating.every((id) => chosen.has(id));
  const toggle = (id: string, on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <Table.ScrollContainer minWidth={580} type="native">
      <Table verticalSpacing={6} aria-label={t('pages.drift')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" w={36}>
              <Checkbox
                size="xs"
                aria-label={t('drift:chooseAll')}
                checked={all}
                disabled={deviating.length === 0}
                onChange={() => onChoose(new Set(all ? [] : deviating))}
              />
            </Table.Th>
            {(['proxy', 'setting', 'state', 'intended', 'found'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`drift:columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ row, profile }) => {
            const setting = t(`changes:settings.${row.setting}`);
            return (
              <Table.Tr key={row.id} data-state={row.state}>
                <Table.Td>
                  {canBringBack(row) && (
                    <Checkbox
                      size="xs"
                      aria-label={t('drift:choose', { name: profile.name, setting })}
                      checked={chosen.has(row.id)}
                      onChange={({ currentTarget }) => toggle(row.id, currentTarget.checked)}
                    />
                  )}
                </Table.Td>
                <Table.Th scope="row" fw={400}>
                  <RouteLink to={paths.proxy(profile.id)} size="sm" style={unbroken(profile.name)}>
                    {profile.name}
                  </RouteLink>
                  <Text size="xs" c="dimmed">
                    {profile.folder}
                  </Text>
                </Table.Th>
                <Table.Td>{setting}</Table.Td>
                <Table.Td>
                  <DriftStateLabel state={row.state} />
                  {row.since !== null && (
                    <Text size="xs" c="dimmed" title={format.dateTime(row.since)}>
                      {t('drift:lasting', {
                        time: format.duration(Math.max(1000, now - row.since)),
                      })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td>
                  <IntendedText row={row} />
                </Table.Td>
                <Table.Td>
                  <FoundText row={row} />
                  <ChangedByText row={row} />
                  <Box mt={4}>
                    <AdoptMenu row={row} profile={profile} />
                  </Box>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
