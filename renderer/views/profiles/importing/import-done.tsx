import { Button, Group, Text } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../../shared/ipc/contract.ts';
import { Callout } from '../../../components/callout.tsx';
import { hrefOf, paths } from '../../../routes.ts';
import classes from './import.module.css';
import type { ImportControl } from './use-import.ts';

/** What became of a file, and what takes it back. */
export function ImportDone(props: {
  control: ImportControl;
  result: CallOutput<'import.apply'>;
  name: string;
}) {
  const { control, result } = props;
  const { t } = useTranslation();
  const frame = useRef<HTMLElement>(null);
  // The button that had the focus is gone.
  useEffect(() => frame.current?.focus(), []);
  return (
    <section ref={frame} tabIndex={-1} className={classes.done} role="status">
      <Callout tone="good" title={t('transfer:done.title', { name: props.name })}>
        <Text size="sm">{t('transfer:done.counts', { ...result })}</Text>
        {result.passwords > 0 && (
          <Text size="sm">{t('transfer:done.passwords', { count: result.passwords })}</Text>
        )}
        <Group gap="xs" mt="xs">
          <Button component="a" href={hrefOf(paths.profiles)} size="xs">
            {t('transfer:done.toList')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={control.work === 'undoing'}
            onClick={() => void control.undo()}
          >
            {t('undo')}
          </Button>
          <Button size="xs" variant="subtle" onClick={control.clear}>
            {t('transfer:file.another')}
          </Button>
        </Group>
      </Callout>
    </section>
  );
}
