import { Button, FileButton, Progress, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { May } from '../../../components/may/may.tsx';
import classes from './import.module.css';
import { useFileDrop } from './use-file-drop.ts';
import type { ImportControl } from './use-import.ts';

/** Takes a file, chosen or dropped; then says which one it was. */
export function FileField({ control }: { control: ImportControl }) {
  const { t } = useTranslation();
  const { state } = control;
  const take = (file: File): void => void control.choose(file);
  const { over, handlers } = useFileDrop(take);
  return (
    <div className={classes.drop} data-over={over || undefined} {...handlers}>
      <IconFileImport size={26} aria-hidden />
      <div>
        <Text size="sm" fw={600} role="status">
          {state.kind === 'sending' && t('transfer:file.reading', { name: state.name })}
          {state.kind === 'preview' && t('transfer:file.read', { name: state.file.name })}
          {state.kind === 'empty' && t('transfer:file.none')}
        </Text>
        {state.kind === 'sending' ? (
          <Progress
            value={state.part * 100}
            size="sm"
            mt={6}
            aria-label={t('transfer:file.reading', { name: state.name })}
          />
        ) : (
          <Text size="sm" c="dimmed">
            {t('transfer:file.hint')}
          </Text>
        )}
      </div>
      <FileButton
        accept=".json,application/json"
        onChange={(file) => file !== null && take(file)}
        key={state.kind}
      >
        {(props) => (
          <May needs="administer">
            <Button
              {...props}
              size="xs"
              variant={state.kind === 'preview' ? 'default' : 'filled'}
              disabled={state.kind === 'sending'}
            >
              {t(state.kind === 'preview' ? 'transfer:file.another' : 'transfer:file.choose')}
            </Button>
          </May>
        )}
      </FileButton>
    </div>
  );
}
