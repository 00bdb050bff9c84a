import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { teethOf } from '../../../../shared/model/environment-class.ts';
import { isSameName } from '../../../../shared/model/name.ts';
import { useClasses } from '../../../api/classes.ts';
import type { DeedQuestion } from '../../../api/deeds.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { LockBar } from '../../proxy/settings/lock/lock-bar.tsx';
import { useLock } from '../../proxy/settings/lock/use-lock.ts';

/** One profile is unlocked and its name typed, as its class asks; for many at once the approval of the deed is typed. */
export default function DeedDialog({ asked }: { asked: DeedQuestion }) {
  const { t } = useTranslation();
  const profiles = useProfiles().value ?? [];
  const { refusal, answer } = asked;
  const { detail } = refusal;
  const isMany = 'case' in detail && detail.case === 'deed';
  const id = 'id' in detail ? detail.id : null;
  const profile = profiles.find((each) => each.id === id);
  const title = isMany
    ? t('changes:deed.many.title', { count: detail.count })
    : t('changes:deed.one.title', { name: profile?.name ?? '' });
  return (
    <Dialog opened onClose={() => answer(null)} title={title} centered>
      {isMany ? (
        <Typed
          text={t('changes:deed.many.text', { count: detail.count })}
          wanted={detail.approval}
          ready
          asked={asked}
        />
      ) : (
        profile !== undefined && <One key={profile.id} profile={profile} asked={asked} />
      )}
    </Dialog>
  );
}

function One({ profile, asked }: { profile: ProfileEntry; asked: DeedQuestion }) {
  const { t } = useTranslation();
  const control = useLock(profile);
  const { typed } = teethOf(useClasses(), profile.environment);
  return (
    <Stack gap="sm">
      <LockBar control={control} />
      <Typed
        text={t('changes:deed.one.text')}
        wanted={typed ? profile.name : null}
        ready={control.lock.kind !== 'locked'}
        asked={asked}
      />
    </Stack>
  );
}

/** `wanted`: what is to be typed; null where the unlock alone will do. */
function Typed(props: {
  text: string;
  wanted: string | null;
  ready: boolean;
  asked: DeedQuestion;
}) {
  const { text, wanted, asked } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const ready = props.ready && (wanted === null || isSameName(typed, wanted));
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) asked.answer(typed);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{text}</Text>
        {wanted !== null && (
          <TextInput
            label={t('changes:deed.label', { text: wanted })}
            value={typed}
            onChange={({ currentTarget }) => setTyped(currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => asked.answer(null)}>
            {t('cancel')}
          </Button>
          <Button type="submit" color="red" disabled={!ready}>
            {t('changes:deed.submit')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
