import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { showHidden } from '../../../../shared/model/hidden.ts';
import type { CommandVersion } from '../../../../shared/model/saved-command.ts';
import { useFormat } from '../../../format/use-format.ts';
import { TextDifference } from '../text-difference.tsx';
import classes from './library.module.css';

/** What a command was, the newest first, each beside the one before it. */
export function VersionList(props: {
  versions: readonly CommandVersion[];
  onTake: (text: string) => void;
}) {
  const { versions, onTake } = props;
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ol className={classes.list} aria-label={t('commands:versionList')}>
      {versions.map(({ at, actor, text, note }, i) => {
        const when = format.dateTime(at);
        const before = versions[i + 1];
        return (
          <li key={`${at} ${text}`} className={classes.version}>
            <Group justify="space-between" gap="xs">
              <Text size="xs" c="dimmed">
                {t('commands:savedBy', { when, actor: showHidden(actor) })}
              </Text>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={t('commands:takeOf', { name: when })}
                onClick={() => onTake(text)}
              >
                {t('commands:take')}
              </Button>
            </Group>
            {note !== '' && <Text size="xs">{note}</Text>}
            <TextDifference
              from={before?.text ?? null}
              to={text}
              fromLabel={t('commands:before')}
              toLabel={when}
            />
          </li>
        );
      })}
    </ol>
  );
}
