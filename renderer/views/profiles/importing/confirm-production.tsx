import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { isSameName } from '../../../../shared/model/name.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { Panel } from '../../../components/panel.tsx';
import { LockBar } from '../../proxy/settings/lock/lock-bar.tsx';
import { useLock } from '../../proxy/settings/lock/use-lock.ts';
import classes from './import.module.css';

/** The production profiles that a file would take the class from: each is unlocked and its name typed, as for an edit. */
export function ConfirmProduction(props: {
  profiles: readonly { readonly id: string; readonly name: string }[];
  onConfirm: (id: string, typed: string) => void;
}) {
  const { t } = useTranslation();
  const known = useProfiles().value ?? [];
  const ids = new Set(props.profiles.map(({ id }) => id));
  return (
    <Panel title={t('transfer:production.title')} description={t('transfer:production.text')}>
      <div className={classes.production}>
        {known
          .filter(({ id }) => ids.has(id))
          .map((profile) => (
            <Confirmation key={profile.id} profile={profile} onConfirm={props.onConfirm} />
          ))}
      </div>
    </Panel>
  );
}

function Confirmation(props: {
  profile: ProfileEntry;
  onConfirm: (id: string, typed: string) => void;
}) {
  const { profile, onConfirm } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const control = useLock(profile);
  return (
    <section aria-label={profile.name} className={classes.confirmation}>
      <LockBar control={control} />
      <TextInput
        label={t('changes:confirm.label', { name: profile.name })}
        value={typed}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          if (isSameName(currentTarget.value, profile.name)) onConfirm(profile.id, profile.name);
        }}
        autoComplete="off"
        spellCheck={false}
      />
    </section>
  );
}
