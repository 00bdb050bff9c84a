import { Button, Group, Stack } from '@mantine/core';
import { IconPin } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { KnownSettings } from '../../../../shared/model/fleet-frame.ts';
import { useApi } from '../../../api/context.ts';
import { useDriftOf } from '../../../api/drift.ts';
import { May } from '../../../components/may/may.tsx';
import { useUndoable } from '../../../components/undoable.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { intendedAs, onProfile } from '../../drift/use-adopt.ts';
import { DriftLine } from './drift-line.tsx';

/** Whether the settings of a proxy are as intended, and what makes what they are now so. */
export function DriftLines(props: { profile: ProfileEntry; settings: KnownSettings | null }) {
  const { profile, settings } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const tell = useUndoable();
  const rows = useDriftOf(profile.id);
  const intended = new Set(rows.map(({ setting }) => setting));
  const { transformation = null, bufferSize = null } = settings ?? {};
  const known = [
    ...(transformation === null
      ? []
      : [{ setting: 'transformation' as const, value: transformation.value }]),
    ...(bufferSize === null
      ? []
      : [{ setting: 'bufferSize' as const, value: String(bufferSize.bytes) }]),
  ].filter(({ setting }) => !intended.has(setting) && profile.managed === undefined);
  const keep = ({ setting, value }: (typeof known)[number]): void =>
    run(async () => {
      const undo = await onProfile(client, profile, intendedAs(setting, value));
      tell(
        t('drift:kept'),
        t('drift:keptText', { setting: t(`changes:settings.${setting}`), name: profile.name }),
        undo,
      );
    });
  if (rows.length === 0 && known.length === 0) return null;
  return (
    <Stack gap={6} mt="xs">
      {rows.map((row) => (
        <DriftLine key={row.id} row={row} profile={profile} />
      ))}
      {known.length > 0 && (
        <Group gap="xs">
          {known.map((each) => (
            <May key={each.setting} needs="administer">
              <Button
                size="compact-xs"
                variant="subtle"
                loading={busy}
                leftSection={<IconPin size={13} aria-hidden />}
                onClick={() => keep(each)}
              >
                {t('drift:keepOf', { setting: t(`changes:settings.${each.setting}`) })}
              </Button>
            </May>
          ))}
        </Group>
      )}
    </Stack>
  );
}
