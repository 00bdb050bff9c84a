import { Button, Group, Menu, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventCount, EventFilter } from '../../../shared/model/event-filter.ts';
import { type EventFormat, eventFormats } from '../../../shared/texts/event-export.ts';
import { useApi } from '../../api/context.ts';
import { saveFile } from '../../api/save-file.ts';
import { useAction } from '../../components/use-action.tsx';
import { useFormat } from '../../format/use-format.ts';
import { useSpeaker } from '../../format/use-speaker.ts';
import { exportEvents } from './export-events.ts';

/** Exports the events that are wanted, tells how far it is, and can be cancelled; it ends with the view. */
export function EventExport({ filter, count }: { filter: EventFilter; count: EventCount | null }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const speaker = useSpeaker();
  const format = useFormat();
  const exporting = useAction();
  const [done, setDone] = useState<number | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const exportAs = (ending: EventFormat): void =>
    exporting.run(async () => {
      const controller = new AbortController();
      leaving.current = controller;
      const { signal } = controller;
      setDone(0);
      try {
        const options = { format: ending, say: speaker.event, signal, onProgress: setDone };
        const file = await exportEvents(client, filter, options);
        if (signal.aborted) return;
        saveFile(`events-${new Date().toISOString().slice(0, 10)}.${ending}`, file);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        setDone(null);
      }
    });
  const label = t('events:exporting', { number: format.number(done ?? 0) });
  // How many there are is not known of very many.
  const part = count === null || count.more ? null : (done ?? 0) / Math.max(1, count.count);
  return (
    <>
      {done !== null && (
        <Group gap="xs">
          {part !== null && <Progress value={100 * Math.min(1, part)} aria-label={label} w={120} />}
          <Text size="xs" c="dimmed">
            {label}
          </Text>
          <Button size="compact-xs" variant="default" onClick={() => leaving.current?.abort()}>
            {t('events:cancelExport')}
          </Button>
        </Group>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={exporting.busy}
            leftSection={<IconDownload size={15} aria-hidden />}
          >
            {t('audit:export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {eventFormats.map((each) => (
            <Menu.Item key={each} onClick={() => exportAs(each)}>
              {each.toUpperCase()}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
