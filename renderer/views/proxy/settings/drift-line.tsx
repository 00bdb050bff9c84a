import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import type { DriftRow } from '../../../../shared/model/drift.ts';
import { useFolders } from '../../../api/folders.ts';
import { May } from '../../../components/may/may.tsx';
import { RouteLink } from '../../../components/route-link.tsx';
import { useFormat } from '../../../format/use-format.ts';
import { paths } from '../../../routes.ts';
import { AdoptMenu } from '../../drift/adopt-menu.tsx';
import { canBringBack } from '../../drift/bring-back.ts';
import { ChangedByText } from '../../drift/changed-by-text.tsx';
import { DriftStateLabel } from '../../drift/drift-state.tsx';
import { IntendedText } from '../../drift/intended-text.tsx';
import { useAdopt } from '../../drift/use-adopt.ts';
import { useBringBack } from '../../drift/use-bring-back.ts';

/** Whether one setting is as intended; where it is not, since when, by whom, and what can be done about it. */
export function DriftLine({ row, profile }: { row: DriftRow; profile: ProfileEntry }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { busy, bringBack } = useBringBack();
  const setting = t(`changes:settings.${row.setting}`);
  return (
    <div data-drift={row.state}>
      <Group gap="4px 10px" align="baseline">
        <Text size="sm">{setting}</Text>
        <DriftStateLabel state={row.state} />
        {row.since !== null && (
          <Text size="xs" c="dimmed">
            {t('drift:since', { time: format.dateTime(row.since) })}
          </Text>
        )}
        {row.state !== 'in-line' && (
          <>
            <Text size="sm" c="dimmed">
              {t('drift:columns.intended')}:
            </Text>
            <IntendedText row={row} />
            <RouteLink to={paths.drift} size="sm">
              {t('drift:toDrift')}
            </RouteLink>
          </>
        )}
      </Group>
      <ChangedByText row={row} />
      <KeepSo row={row} profile={profile} />
      {row.state !== 'in-line' && (
        <Group gap="xs" mt={4}>
          {canBringBack(row) && (
            <May needs="operate">
              <Button
                size="compact-xs"
                variant="default"
                loading={busy}
                aria-label={t('drift:bringBackOf', { setting })}
                onClick={() => bringBack([row])}
              >
                {t('drift:bringOneBack')}
              </Button>
            </May>
          )}
          {profile.managed === undefined && <AdoptMenu row={row} profile={profile} />}
        </Group>
      )}
    </div>
  );
}

/** What was changed from here against the intention is made the intention with one press. */
function KeepSo({ row, profile }: { row: DriftRow; profile: ProfileEntry }) {
  const { t } = useTranslation();
  const { busy, adopt } = useAdopt(useFolders().value ?? []);
  if (row.by?.kind !== 'here' || profile.managed !== undefined) return null;
  const setting = t(`changes:settings.${row.setting}`);
  return (
    <Group gap="xs" mt={4}>
      <Text size="sm">{t('drift:changedHere', { setting })}</Text>
      <May needs="administer">
        <Button
          size="compact-xs"
          loading={busy}
          aria-label={t('drift:keepOf', { setting })}
          onClick={() => adopt(row, profile, 'own')}
        >
          {t('drift:keepSo')}
        </Button>
      </May>
    </Group>
  );
}
