import { Button, Group, Menu, Progress, Text } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRun } from '../api/log-pages.ts';
import { saveFile } from '../api/save-file.ts';
import { useFormat } from '../format/use-format.ts';
import { useAction } from './use-action.tsx';

const formats = ['csv', 'json'] as const;

/** Exports what of a log is wanted, tells how far it is, and can be cancelled; it ends with the view. */
export function LogExport(props: {
  /** What the file is called, before the day. */
  name: string;
  /** How many rows there are; null where that is not known. */
  of: number | null;
  write: (format: (typeof formats)[number], run: ExportRun) => Promise<Blob>;
}) {
  const { t } = useTranslation();
  const format = useFormat();
  const exporting = useAction();
  const [done, setDone] = useState<number | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const exportAs = (ending: (typeof formats)[number]): void =>
    exporting.run(async () => {
      const controller = new AbortController();
      leaving.current = controller;
      const { signal } = controller;
      setDone(0);
      try {
        const file = await props.write(ending, { signal, onProgress: setDone });
        if (signal.aborted) return;
        saveFile(`${props.name}-${new Date().toISOString().slice(0, 10)}.${ending}`, file);
      } catch (error) {
        if (!signal.aborted) throw error;
      } finally {
        setDone(null);
      }
    });
  const label = t('events:exporting', { number: format.number(done ?? 0) });
  const part = props.of === null ? null : (done ?? 0) / Math.max(1, props.of);
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
          {formats.map((each) => (
            <Menu.Item key={each} onClick={() => exportAs(each)}>
              {each.toUpperCase()}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}
