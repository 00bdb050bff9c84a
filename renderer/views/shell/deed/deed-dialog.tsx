import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { teethOf } from '../../../../shared/model/environment-class.ts';
import { useClasses } from '../../../api/classes.ts';
import type { DeedQuestion } from '../../../api/deeds.ts';
import { useProfiles } from '../../../api/profiles.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { TypedName } from '../../../components/typed-name.tsx';
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
  return (
    <TypedName
      wanted={wanted}
      label={t('changes:deed.label', { text: wanted ?? '' })}
      submit={t('changes:deed.submit')}
      ready={props.ready}
      size="sm"
      onConfirm={asked.answer}
      onCancel={() => asked.answer(null)}
    >
      <Text size="sm">{text}</Text>
    </TypedName>
  );
}
