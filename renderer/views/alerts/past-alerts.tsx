import { Button, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Alert } from '../../../shared/model/alert.ts';
import { batchesOf } from '../../api/alerts.ts';
import { useCall } from '../../api/use-call.ts';
import { Panel } from '../../components/panel.tsx';
import { ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useAlertWords } from './alert-words.ts';
import { endsOf } from './ends-of.ts';
import { WhoOf } from './who-of.tsx';

/** So many are shown at first, and at most. */
const first = 50;
const most = 1000;

/** What fired and is over, the last to end first. */
export function PastAlerts() {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(first);
  const past = useCall('alerts.past', { limit });
  return (
    <Panel title={t('alerts:past.title')}>
      <ViewStates
        loaded={past}
        isEmpty={(list) => list.length === 0}
        empty={
          <Text size="sm" c="dimmed">
            {t('alerts:past.none')}
          </Text>
        }
      >
        {(list) => (
          <>
            <PastTable alerts={list} />
            {list.length === limit && limit < most && (
              <Button
                mt="xs"
                size="xs"
                variant="default"
                onClick={() => setLimit(Math.min(most, limit * 4))}
              >
                {t('alerts:past.older')}
              </Button>
            )}
          </>
        )}
      </ViewStates>
    </Panel>
  );
}

function PastTable({ alerts }: { alerts: readonly Alert[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useAlertWords();
  return (
    <Table.ScrollContainer minWidth={560} type="native">
      <Table verticalSpacing={6} aria-label={t('alerts:past.title')}>
        <Table.Thead>
          <Table.Tr>
            {(['what', 'proxies', 'fired', 'over'] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`alerts:columns.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {batchesOf(alerts).map((batch) => {
            const [alert] = batch;
            const { what } = words.batch(batch);
            const firedAt = Math.min(...batch.map((each) => each.firedAt));
            const { acknowledged } = alert;
            return (
              <Table.Tr key={alert.batch} data-alert="over">
                <Table.Th scope="row" fw={400}>
                  {what}
                </Table.Th>
                <Table.Td>
                  <WhoOf batch={batch} />
                </Table.Td>
                <Table.Td>{format.dateTime(firedAt)}</Table.Td>
                <Table.Td>
                  {endsOf(batch).map(({ why, shortest, longest }) => {
                    const [from, to] = [format.duration(shortest), format.duration(longest)];
                    const time = from === to ? from : t('alerts:fromTo', { from, to });
                    return <div key={why}>{t(`alerts:ends.${why}`, { time })}</div>;
                  })}
                  {acknowledged !== null && (
                    <Text size="xs" c="dimmed">
                      {t(acknowledged.reason === '' ? 'alerts:wasBy' : 'alerts:wasByBecause', {
                        who: acknowledged.by,
                        reason: acknowledged.reason,
                      })}
                    </Text>
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
