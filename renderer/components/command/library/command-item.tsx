import { Button, Code, Group, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../../shared/model/hidden.ts';
import type { SavedCommand } from '../../../../shared/model/saved-command.ts';
import { useFormat } from '../../../format/use-format.ts';
import { May } from '../../may/may.tsx';
import { CommandForm } from './command-form.tsx';
import classes from './library.module.css';
import { VersionList } from './version-list.tsx';

/** One saved command with what can be done with it. */
export function CommandItem(props: {
  command: SavedCommand;
  all: readonly SavedCommand[];
  onTake: (text: string) => void;
  onRemove: () => void;
}) {
  const { command, all, onTake } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const [open, setOpen] = useState<'edit' | 'versions' | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const { name, versions } = command;
  const [newest] = versions;
  if (newest === undefined) return null;
  const toggle = (part: 'edit' | 'versions'): void => setOpen(open === part ? null : part);
  return (
    <li className={classes.entry}>
      <div className={classes.item}>
        <div className={classes.said}>
          <Text size="sm" fw={600}>
            {name}
          </Text>
          <Code className={classes.command}>{newest.text}</Code>
          {newest.note !== '' && <Text size="xs">{newest.note}</Text>}
          <Text size="xs" c="dimmed">
            {t('commands:savedBy', {
              when: format.dateTime(newest.at),
              actor: showHidden(newest.actor),
            })}
          </Text>
        </div>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('commands:takeOf', { name })}
          onClick={() => onTake(newest.text)}
        >
          {t('commands:take')}
        </Button>
      </div>
      <Group gap={4} mt={4}>
        <May needs="operate">
          <Button
            ref={edit}
            size="compact-xs"
            variant="subtle"
            aria-expanded={open === 'edit'}
            aria-label={t('commands:editOf', { name })}
            onClick={() => toggle('edit')}
          >
            {t('commands:edit')}
          </Button>
        </May>
        <Button
          size="compact-xs"
          variant="subtle"
          aria-expanded={open === 'versions'}
          aria-label={t('commands:versionsOf', { name, count: versions.length })}
          onClick={() => toggle('versions')}
        >
          {t('commands:versions', { count: versions.length })}
        </Button>
        <May needs="operate">
          <Button
            size="compact-xs"
            variant="subtle"
            color="red"
            aria-label={t('commands:removeOf', { name })}
            onClick={props.onRemove}
          >
            {t('commands:remove')}
          </Button>
        </May>
      </Group>
      {open === 'edit' && (
        <CommandForm
          text={newest.text}
          all={all}
          edited={command}
          title={t('commands:editOf', { name })}
          onDone={() => {
            setOpen(null);
            edit.current?.focus();
          }}
        />
      )}
      {open === 'versions' && <VersionList versions={versions} onTake={onTake} />}
    </li>
  );
}
