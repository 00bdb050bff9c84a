import { Button, Text, Title } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { KnownSettings } from '../../../../shared/model/fleet-frame.ts';
import { StaleError } from '../../../components/error-panel.tsx';
import { LeaveQuestion } from '../../../components/leave-question.tsx';
import { DriftLines } from './drift-lines.tsx';
import { BufferSizeEditor } from './editors/buffer-size-editor.tsx';
import classes from './editors/editors.module.css';
import { blockedId } from './editors/setting-editor.tsx';
import { TransformationEditor } from './editors/transformation-editor.tsx';
import { LockBar } from './lock/lock-bar.tsx';
import headings from './settings-section.module.css';
import type { SettingsControl } from './use-control.ts';

/** What can be changed on one proxy. */
export function SettingsSection(props: {
  profile: ProfileEntry;
  control: SettingsControl;
  /** As they are known without asking. */
  known: KnownSettings | null;
}) {
  const { profile, control } = props;
  const { t } = useTranslation();
  const { settings, live } = control;
  const [command, setCommand] = useState('');
  const [size, setSize] = useState('');
  const isUnsent = size !== '' || (command !== '' && command !== control.known?.value);
  return (
    <section aria-labelledby="settings-title">
      <LeaveQuestion dirty={isUnsent} saving={false} next={null} within="page" />
      <div className={headings.heading}>
        <Title order={2} size="h5" id="settings-title">
          {t('changes:title')}
        </Title>
        <Button
          size="compact-xs"
          variant="subtle"
          leftSection={<IconRefresh size={13} aria-hidden />}
          disabled={!live}
          onClick={settings.reload}
        >
          {t('changes:readAgain')}
        </Button>
      </div>
      <LockBar control={control.lock} />
      {control.blocked !== null && (
        <Text
          size="xs"
          c="dimmed"
          mb="xs"
          id={blockedId}
          // The bar above shows it already.
          className={control.lock.lock.kind === 'locked' ? 'visually-hidden' : ''}
        >
          {control.blocked}
        </Text>
      )}
      {settings.error !== null && live && (
        <div className={headings.error}>
          <StaleError error={settings.error} reload={settings.reload} />
        </div>
      )}
      <div className={classes.editors}>
        <TransformationEditor
          profile={profile}
          control={control}
          text={command}
          setText={setCommand}
        />
        <BufferSizeEditor profile={profile} control={control} text={size} setText={setSize} />
      </div>
      <DriftLines profile={profile} settings={props.known} />
    </section>
  );
}
