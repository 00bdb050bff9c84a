import { Button, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { maxArgumentLength } from '../../../../../shared/spcp/request.ts';
import { useApi } from '../../../../api/context.ts';
import { ConfirmedButton } from '../confirmed-button.tsx';
import {
  byteLength,
  type TransformationFault,
  transformationFault,
} from '../transformation-text.ts';
import type { SettingsControl } from '../use-control.ts';
import { ValueText } from '../value-text.tsx';
import { Ago } from './ago.tsx';
import classes from './editors.module.css';
import { SettingEditor } from './setting-editor.tsx';
import { useChange } from './use-change.ts';

/** The transformation in force beside the one to set. */
export function TransformationEditor(props: { profile: ProfileEntry; control: SettingsControl }) {
  const { profile, control } = props;
  const { audit, blocked, live } = control;
  const { t } = useTranslation();
  const { client } = useApi();
  const [text, setText] = useState('');
  const change = useChange(audit, 'transformation', blocked !== null);
  const { id } = profile;
  const known = control.known.transformation;
  const seen = known?.value ?? null;
  const fault = transformationFault(text);
  const same = known !== null && text === seen;

  const set = (next: string | null, confirmName: string | undefined): void =>
    change.run(
      () => client.call('change.transformation', { id, seen, next, confirmName }),
      (entry) => {
        if (entry.outcome === 'verified') setText('');
      },
    );

  return (
    <SettingEditor
      profile={profile}
      setting="transformation"
      change={change}
      blocked={blocked}
      knownLabel={t(live || known === null ? 'changes:inForce' : 'changes:lastRead')}
      known={
        <>
          {known === null ? (
            <Text span size="sm" c="dimmed" fs="italic">
              {t('changes:transformation.notRead')}
            </Text>
          ) : (
            <>
              <ValueText setting="transformation" value={seen} />
              {/* SPCP tells nobody of a change, so a value is as old as its reading. */}
              <Ago at={known.at}>{(ago) => t('changes:readAgo', { ago })}</Ago>
            </>
          )}
          {seen !== null && transformationFault(seen) === null && (
            <Button size="compact-xs" variant="subtle" onClick={() => setText(seen)}>
              {t('changes:transformation.edit')}
            </Button>
          )}
        </>
      }
      placeholder="tr a-z A-Z"
      text={text}
      setText={setText}
      fault={text === '' ? null : faultText(t, fault)}
      hint={
        <>
          <Text size="xs" c="dimmed">
            {t(same ? 'changes:transformation.same' : 'changes:transformation.rule')}
          </Text>
          <Text
            size="xs"
            className={classes.length}
            c={fault?.kind === 'long' ? 'var(--mantine-color-error)' : 'dimmed'}
          >
            {t('changes:transformation.length', { used: byteLength(text), max: maxArgumentLength })}
          </Text>
        </>
      }
      ready={fault === null && !same}
      onSet={(confirmName) => set(text, confirmName)}
    >
      {(button) => (
        <ConfirmedButton
          {...button}
          size="xs"
          variant="default"
          profile={profile}
          disabled={button.disabled || seen === null}
          onConfirm={(confirmName) => set(null, confirmName)}
        >
          {t('changes:transformation.clear')}
        </ConfirmedButton>
      )}
    </SettingEditor>
  );
}

function faultText(t: TFunction, fault: TransformationFault | null): string | null {
  return fault === null || fault.kind === 'empty'
    ? null
    : t(`changes:transformation.faults.${fault.kind}`, { ...fault });
}
