import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Maintenance } from '../../../../shared/model/alert-rule.ts';
import { useApi } from '../../../api/context.ts';
import { useMaintained } from '../../../api/maintained.ts';
import { Callout } from '../../../components/callout.tsx';
import { May } from '../../../components/may/may.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { useAlertWords } from '../../alerts/alert-words.ts';

const hourMs = 3_600_000;

/** Until when work is done on this proxy, with what ends or lengthens that; nothing where none is. */
export function MaintenanceBanner({ id }: { id: string }) {
  const entry = useMaintained(id);
  return entry === null ? null : <Banner entry={entry} />;
}

function Banner({ entry }: { entry: Maintenance }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { client, fleet } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const words = useAlertWords();
  const { from, to, note } = entry;
  const scope = words.scope(entry.scope);
  const setEnd = (end: number, title: string): void =>
    run(async () => {
      const next = { ...entry, to: Math.round(Math.max(from + 1, end)) };
      await client.call('alerts.saveMaintenance', next);
      tell(title, scope, () => client.call('alerts.saveMaintenance', entry));
    });
  return (
    <Callout tone="info" title={t('maintenanceUntil', { time: format.dateTime(to) })}>
      <Text size="sm" mb="xs">
        {t('alerts:maintenance.here', { scope })}
        {note !== '' && ` ${note}`}
      </Text>
      <Group gap="xs">
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => setEnd(to + hourMs, t('alerts:maintenance.lengthened'))}
          >
            {t('alerts:maintenance.lengthen')}
          </Button>
        </May>
        <May needs="operate">
          <Button
            size="xs"
            variant="default"
            loading={busy}
            onClick={() => setEnd(fleet.now(), t('alerts:maintenance.ended'))}
          >
            {t('alerts:maintenance.end')}
          </Button>
        </May>
      </Group>
    </Callout>
  );
}
