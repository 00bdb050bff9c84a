import { Button, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import { useApi } from '../../../../api/context.ts';
import { CommandPad } from '../../../../components/command/command-pad.tsx';
import { transformationFault } from '../../../../components/command/transformation-text.ts';
import { ValueText } from '../../../../components/value-text.tsx';
import { ConfirmedButton } from '../confirmed-button.tsx';
import type { SettingsControl } from '../use-control.ts';
import { Ago } from './ago.tsx';
import { agreed } from './agreed.ts';
import { SettingEditor } from './setting-editor.tsx';
import { useChange } from './use-change.ts';

/** The transformation in force beside the one to set. */
export function TransformationEditor(props: {
  profile: ProfileEntry;
  control: SettingsControl;
  /** What is typed, which the section guards until it is set. */
  text: string;
  setText: (text: string) => void;
}) {
  const { profile, control, text, setText } = props;
  const { audit, blocked, live } = control;
  const { t } = useTranslation();
  const { client } = useApi();
  const [settledAt, setSettledAt] = useState(0);
  const field = useRef<{ focus(): void }>(null);
  const change = useChange(audit, 'transformation', blocked !== null);
  const { known, progress } = agreed(control.known, change.progress, settledAt);
  const { id } = profile;
  const seen = known?.value ?? null;
  const same = known !== null && text === seen;
  const typed = (next: string): void => {
    setText(next);
    change.outdate();
  };
  const latest = useRef(control.known);
  latest.current = control.known;

  const set = (next: string | null, confirmName: string | undefined): void =>
    change.run(
      () => client.call('change.transformation', { id, seen, next, confirmName }),
      (entry) => {
        setSettledAt(latest.current?.at ?? 0);
        if (entry.outcome === 'verified') setText('');
      },
    );

  return (
    <SettingEditor
      profile={profile}
      setting="transformation"
      change={{ ...change, progress }}
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
            <Button size="compact-xs" variant="subtle" onClick={() => typed(seen)}>
              {t('changes:transformation.edit')}
            </Button>
          )}
        </>
      }
      ready={transformationFault(text) === null && !same}
      from={seen}
      to={text}
      onSet={(confirmName) => set(text, confirmName)}
      focusField={() => field.current?.focus()}
      buttons={(button) => (
        <ConfirmedButton
          {...button}
          size="xs"
          variant="default"
          profile={profile}
          change={{ setting: 'transformation', from: seen, to: null }}
          disabled={button.disabled || seen === null}
          onConfirm={(confirmName) => set(null, confirmName)}
        >
          {t('changes:transformation.clear')}
        </ConfirmedButton>
      )}
    >
      <CommandPad
        field={field}
        ranOn={id}
        text={text}
        setText={typed}
        {...(known === null ? {} : { seen: known.value })}
      />
    </SettingEditor>
  );
}
