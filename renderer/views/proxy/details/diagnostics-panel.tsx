import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Diagnostics, dropReasons } from '../../../../shared/model/diagnostics.ts';
import { useCall } from '../../../api/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import { ViewStates } from '../../../components/view-states.tsx';
import { useFormat } from '../../../format/use-format.ts';

const everyMs = 5000;

/** What of the network's datagrams was not let through to the proxy's session. */
export function DiagnosticsPanel({ id, ready }: { id: string; ready: boolean }) {
  const { t } = useTranslation();
  const found = useCall('fleet.diagnostics', { id }, { everyMs: ready && everyMs });
  return (
    <Panel title={t('proxy:diagnostics.title')}>
      <ViewStates loaded={found}>
        {({ datagrams, metrics }) => (
          <>
            {datagrams === null ? (
              <Text size="sm" c="dimmed">
                {t('proxy:diagnostics.none')}
              </Text>
            ) : (
              <Datagrams {...datagrams} />
            )}
            {metrics !== null && <Asking {...metrics} />}
          </>
        )}
      </ViewStates>
    </Panel>
  );
}

function Asking(metrics: NonNullable<Diagnostics['metrics']>) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = (): string => {
    if (metrics.asked === 'together') return t('proxy:diagnostics.together');
    if (metrics.why === 'stream') return t('proxy:diagnostics.oneByOneStream');
    return t('proxy:diagnostics.oneByOne', { time: format.dateTime(metrics.since) });
  };
  return (
    <Text size="sm" data-testid="asking">
      {say()}
    </Text>
  );
}

function Datagrams({ received, dropped }: NonNullable<Diagnostics['datagrams']>) {
  const { t } = useTranslation();
  const format = useFormat();
  const found = dropReasons.flatMap((reason) => {
    const count = dropped[reason];
    return count === undefined ? [] : [{ reason, count }];
  });
  const sum = found.reduce((total, { count }) => total + count, 0);
  return (
    <>
      <Text size="sm" data-testid="datagrams">
        {t('proxy:diagnostics.received', {
          received: format.number(received),
          dropped: format.number(sum),
        })}
      </Text>
      {found.length > 0 && (
        <Text size="sm" component="ul" my={4}>
          {found.map(({ reason, count }) => (
            <li key={reason}>
              {format.number(count)} · {t(`proxy:diagnostics.reasons.${reason}`)}
            </li>
          ))}
        </Text>
      )}
    </>
  );
}
