import { Button, Table, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMaintenance } from '../../../api/alerts.ts';
import { useApi } from '../../../api/context.ts';
import { May } from '../../../components/may/may.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useNow } from '../../../components/use-now.ts';
import { ViewStates } from '../../../components/view-states.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useAlertWords } from '../alert-words.ts';
import { MaintenanceDialog } from './maintenance-dialog.tsx';

/** When work is done on proxies, so that nothing of them is an alert. */
export function MaintenancePanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const now = useNow();
  const words = useAlertWords();
  const entries = useMaintenance();
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      title={t('alerts:maintenance.title')}
      description={t('alerts:maintenance.text')}
      aside={
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={15} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('alerts:maintenance.add')}
          </Button>
        </May>
      }
    >
      <ViewStates
        loaded={entries}
        isEmpty={(list) => list.length === 0}
        empty={
          <Text size="sm" c="dimmed">
            {t('alerts:maintenance.none')}
          </Text>
        }
      >
        {(list) => (
          <Table.ScrollContainer minWidth={480} type="native">
            <Table verticalSpacing={6} aria-label={t('alerts:maintenance.title')}>
              <Table.Thead>
                <Table.Tr>
                  {(['scope', 'from', 'to', 'state'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`alerts:columns.${column}`)}
                    </Table.Th>
                  ))}
                  <Table.Th scope="col">
                    <span className="visually-hidden">{t('alerts:maintenance.remove')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {list.map((entry) => {
                  const { from, to } = entry;
                  const name = words.scope(entry.scope);
                  const state = now < from ? 'coming' : now < to ? 'now' : 'over';
                  return (
                    <Table.Tr key={entry.id}>
                      <Table.Th scope="row" fw={400}>
                        {name}
                        {entry.note !== '' && (
                          <Text size="xs" c="dimmed">
                            {entry.note}
                          </Text>
                        )}
                      </Table.Th>
                      <Table.Td>{format.dateTime(from)}</Table.Td>
                      <Table.Td>{format.dateTime(to)}</Table.Td>
                      <Table.Td>{t(`alerts:maintenance.${state}`)}</Table.Td>
                      <Table.Td>
                        <May needs="operate">
                          <Button
                            size="compact-xs"
                            variant="default"
                            loading={busy}
                            aria-label={t('alerts:maintenance.removeOf', { name })}
                            onClick={() =>
                              run(async () => {
                                await client.call('alerts.removeMaintenance', { id: entry.id });
                                tell(t('alerts:maintenance.removed'), name, () =>
                                  client.call('alerts.saveMaintenance', entry),
                                );
                              })
                            }
                          >
                            {t('alerts:maintenance.remove')}
                          </Button>
                        </May>
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ViewStates>
      {adding && <MaintenanceDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}
