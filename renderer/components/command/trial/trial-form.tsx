import { Button, Code, Group, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { longestSample, type Trial, type TrialPlace } from '../../../../shared/model/trial.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi, usePreferences } from '../../../api/context.ts';
import { ErrorPanel } from '../../error-panel.tsx';
import { May } from '../../may/may.tsx';
import { transformationFault } from '../transformation-text.ts';
import { usualSample } from './sample.ts';
import classes from './trial.module.css';
import { TrialResult } from './trial-result.tsx';

/** What the last try came to, with the mail that it was made on. */
type Tried =
  | { readonly kind: 'none' | 'running' }
  | { readonly kind: 'done'; readonly trial: Trial; readonly mail: string }
  | { readonly kind: 'failed'; readonly error: ErrorValue };

/** Runs the command on a sample mail, which is remembered, and shows what became of it. */
export function TrialForm(props: {
  text: string;
  place: TrialPlace;
  /** Goes on with the command in the field, where it is set. */
  onTake: (command: string) => void;
}) {
  const { text, place, onTake } = props;
  const { t } = useTranslation();
  const { client, setPreferences } = useApi();
  const { sampleMail } = usePreferences();
  const [mail, setMail] = useState(sampleMail === '' ? usualSample : sampleMail);
  const [tried, setTried] = useState<Tried>({ kind: 'none' });
  const fault = transformationFault(text);
  const isLong = mail.length > longestSample;
  const run = async (): Promise<void> => {
    setTried({ kind: 'running' });
    if (mail !== sampleMail) setPreferences({ sampleMail: mail === usualSample ? '' : mail });
    try {
      const trial = await client.call('trial.run', { command: text, mail });
      setTried({ kind: 'done', trial, mail });
    } catch (thrown) {
      setTried({ kind: 'failed', error: errorOf(thrown) });
    }
  };
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        // The page below may be a form as well.
        event.stopPropagation();
        if (fault === null && !isLong && tried.kind !== 'running') void run();
      }}
    >
      <Text size="sm" mb={4}>
        {t('commands:trial.command')}
      </Text>
      {text === '' ? (
        <Text size="sm" c="dimmed" fs="italic">
          {t('commands:trial.noCommand')}
        </Text>
      ) : (
        <Code className={classes.command}>{text}</Code>
      )}
      {fault !== null && fault.kind !== 'empty' && (
        <Text size="xs" c="var(--mantine-color-error)">
          {t(`changes:transformation.faults.${fault.kind}`, { ...fault })}
        </Text>
      )}
      <Textarea
        mt="sm"
        label={t('commands:trial.mail')}
        description={t('commands:trial.mailText')}
        value={mail}
        onChange={({ currentTarget }) => setMail(currentTarget.value)}
        error={isLong ? t('commands:trial.mailLong', { most: longestSample }) : null}
        rows={8}
        resize="vertical"
        classNames={{ input: classes.mail ?? '' }}
        spellCheck={false}
        data-autofocus
      />
      <Text size="xs" c="dimmed" mt={6}>
        {t('commands:trial.differs', { user: place.user, path: place.path })}
      </Text>
      <Group gap="xs" my="sm">
        <May needs="administer">
          <Button
            type="submit"
            size="xs"
            loading={tried.kind === 'running'}
            disabled={fault !== null || isLong}
          >
            {t('commands:trial.run')}
          </Button>
        </May>
        <Button size="xs" variant="default" onClick={() => setMail(usualSample)}>
          {t('commands:trial.usual')}
        </Button>
        <May needs="administer">
          <Button size="xs" variant="subtle" onClick={() => setPreferences({ tryHere: false })}>
            {t('commands:trial.forbid')}
          </Button>
        </May>
      </Group>
      <div aria-live="polite">
        {tried.kind === 'done' && (
          <>
            <TrialResult trial={tried.trial} mail={tried.mail} />
            <Group justify="flex-end" mt="sm">
              <Button size="xs" onClick={() => onTake(text)}>
                {t('commands:trial.use')}
              </Button>
            </Group>
          </>
        )}
        {tried.kind === 'failed' && <ErrorPanel error={tried.error} />}
      </div>
    </form>
  );
}
