import { Badge, Button, Group, Table, Text } from '@mantine/core';
import { IconBellCheck, IconBellRinging } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Batch, batchesOf, useAlerts } from '../../api/alerts.ts';
import { May } from '../../components/may/may.tsx';
import { Panel } from '../../components/panel.tsx';
import { SignLabel } from '../../components/sign-label.tsx';
import { useNow } from '../../components/use-now.ts';
import { Empty, ViewStates } from '../../components/view-states.tsx';
import { useFormat } from '../../format/use-format.ts';
import { AcknowledgeDialog } from './acknowledge-dialog.tsx';
import { useAlertWords } from './alert-words.ts';
import { momentEndOf } from './moment-end.ts';
import { WhoOf } from './who-of.tsx';

/** What fires now; what fired together is one line. */
export function OpenAlerts() {
  const { t } = useTranslation();
  const alerts = useAlerts();
  const [asked, setAsked] = useState<Batch | null>(null);
  return (
    <Panel title={t('alerts:open.title')}>
      <ViewStates
        loaded={alerts}
        isEmpty={(list) => list.length === 0}
        empty={<Empty title={t('alerts:open.none')} text={t('alerts:open.noneText')} />}
      >
        {(list) => (
          <Table.ScrollContainer minWidth={560} type="native">
            <Table verticalSpacing={6} aria-label={t('alerts:open.title')}>
              <Table.Thead>
                <Table.Tr>
                  {(['state', 'what', 'proxies', 'fired'] as const).map((column) => (
                    <Table.Th key={column} scope="col">
                      {t(`alerts:columns.${column}`)}
                    </Table.Th>
                  ))}
                  <Table.Th scope="col">
                    <span className="visually-hidden">{t('alerts:acknowledge')}</span>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {batchesOf(list).map((batch) => (
                  <OpenRow key={batch[0].batch} batch={batch} onAcknowledge={setAsked} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </ViewStates>
      {asked !== null && <AcknowledgeDialog batch={asked} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

function OpenRow(props: { batch: Batch; onAcknowledge: (batch: Batch) => void }) {
  const { batch } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const now = useNow();
  const words = useAlertWords();
  const { what, who } = words.batch(batch);
  const waiting = batch.filter(({ acknowledged }) => acknowledged === null);
  const [known] = batch.flatMap(({ acknowledged }) => acknowledged ?? []);
  const firing = waiting.length > 0;
  const until = momentEndOf(batch);
  const since = Math.min(...batch.map(({ firedAt }) => firedAt));
  return (
    <Table.Tr data-alert={firing ? 'firing' : 'acknowledged'}>
      <Table.Td>
        <SignLabel
          look={
            firing
              ? { icon: IconBellRinging, color: 'var(--spcp-attention)' }
              : { icon: IconBellCheck, color: 'var(--spcp-waiting)' }
          }
          word={t(firing ? 'alerts:firing' : 'alerts:acknowledged')}
        />
        {!firing && known !== undefined && (
          <Text size="xs" c="dimmed">
            {t(known.reason === '' ? 'alerts:by' : 'alerts:byBecause', {
              who: known.by,
              reason: known.reason,
            })}
          </Text>
        )}
      </Table.Td>
      <Table.Th scope="row" fw={400}>
        {what}
      </Table.Th>
      <Table.Td>
        <Group gap={6}>
          {batch.length > 1 && (
            <Badge size="sm" variant="default">
              {format.number(batch.length)}
            </Badge>
          )}
          <WhoOf batch={batch} />
        </Group>
      </Table.Td>
      <Table.Td title={format.dateTime(since)}>
        {t('alerts:lasting', { time: format.duration(Math.max(1000, now - since)) })}
        {until !== null && (
          <Text size="xs" c="dimmed">
            {t('alerts:noted', { time: format.time(until) })}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {firing && (
          <May needs="operate">
            <Button
              size="compact-xs"
              variant="default"
              aria-label={t('alerts:acknowledgeOf', { what, who })}
              onClick={() => props.onAcknowledge([waiting[0] ?? batch[0], ...waiting.slice(1)])}
            >
              {t('alerts:acknowledge')}
            </Button>
          </May>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
