import { Button, Checkbox, Menu, Table, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDrift } from '../../api/drift.ts';
import { useFolders } from '../../api/folders.ts';
import { RouteLink } from '../../components/route-link.tsx';
import { unbroken } from '../../components/unbroken.ts';
import { useNow } from '../../components/use-now.ts';
import { useFormat } from '../../format/use-format.ts';
import { paths } from '../../routes.ts';
import { canBringBack } from './bring-back.ts';
import { DriftStateLabel } from './drift-state.tsx';
import { FoundText } from './found-text.tsx';
import { IntendedText, sayIntendedBy } from './intended-text.tsx';
import { sayingSame } from './saying-same.ts';
import type { ShownRow } from './shown-rows.ts';
import { useAdopt } from './use-adopt.ts';

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
  const folders = useFolders().value ?? [];
  const every = useDrift().value ?? [];
  const { busy, adopt } = useAdopt(folders);
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
            const { source } = row.intended.kind === 'said' ? row.intended : { source: null };
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
                  {(row.state === 'deviates' || row.state === 'disagree') && row.found !== null && (
                    <Menu position="bottom-end">
                      <Menu.Target>
                        <Button
                          size="compact-xs"
                          variant="default"
                          mt={4}
                          display="block"
                          loading={busy}
                          aria-label={t('drift:adoptOf', { name: profile.name, setting })}
                        >
                          {t('drift:adopt')}
                        </Button>
                      </Menu.Target>
                      <Menu.Dropdown>
                        {source !== null && source.kind !== 'own' && (
                          <Menu.Item
                            onClick={() =>
                              adopt(row, profile, { count: sayingSame(every, row).length })
                            }
                          >
                            {t('drift:adoptThere', {
                              where: sayIntendedBy(row, folders, t),
                              count: sayingSame(every, row).length,
                            })}
                          </Menu.Item>
                        )}
                        <Menu.Item onClick={() => adopt(row, profile, 'own')}>
                          {t('drift:adoptHere')}
                        </Menu.Item>
                      </Menu.Dropdown>
                    </Menu>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
