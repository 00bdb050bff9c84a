import { Button, Group, PasswordInput, Radio, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { passphraseLength } from '../../../../shared/model/vault.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { useManaged } from '../../../api/managed.ts';
import { saveFile } from '../../../api/save-file.ts';
import { useVault } from '../../../api/vault.ts';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { UnlockButton } from '../../../components/vault/unlock-button.tsx';
import { useExportCounts } from './export-counts.ts';
import { type ExportOffer, exportFileName } from './export-file-name.ts';

/** Writes profiles into a file: which of them, and whether with their passwords, under a passphrase that is typed twice. */
export default function ExportDialog(props: {
  /** Beside all of them; the first is chosen. */
  offers: readonly ExportOffer[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { client } = useApi();
  const managed = useManaged();
  const offers: readonly ExportOffer[] = [...props.offers, { kind: 'all' }];
  const [scope, setScope] = useState(0);
  const [secrets, setSecrets] = useState(false);
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const vault = useVault();
  const counts = useExportCounts(offers[scope]);
  const refusal =
    managed?.policy.exportSecrets === false
      ? t('transfer:export.forbidden', { by: managed.by })
      : vault?.kind === 'command'
        ? t('transfer:export.elsewhereKept')
        : null;
  const short = passphrase.length < passphraseLength.least;
  const differs = passphrase !== again;
  const toggle = { 'aria-label': t('transfer:passwords.toggle'), tabIndex: 0 };
  const save = async (): Promise<void> => {
    setAsked(true);
    const offer = offers[scope];
    if (busy || offer === undefined || (secrets && (short || differs))) return;
    setBusy(true);
    setError(null);
    try {
      const { name: _, ...chosen } = offer;
      const done = await client.call('profiles.export', {
        scope: chosen.kind === 'profiles' ? { ...chosen, ids: [...chosen.ids] } : chosen,
        ...(secrets ? { passphrase } : {}),
      });
      saveFile(
        exportFileName(offer, new Date()),
        new Blob([done.text], { type: 'application/json' }),
      );
      const { profiles, passwords, elsewhere } = done;
      const sentences = [
        passwords === null
          ? t('transfer:export.without')
          : t('transfer:export.with', { count: passwords }),
        elsewhere > 0 ? t('transfer:export.elsewhere', { count: elsewhere }) : '',
      ];
      notifyDone(t('transfer:export.done', { count: profiles }), sentences.join(' '));
      props.onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setBusy(false);
    }
  };
  return (
    <Dialog opened onClose={props.onClose} title={t('transfer:export.title')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void save();
        }}
      >
        <Stack gap="md">
          <Text size="sm">{t('transfer:export.text')}</Text>
          {offers.length > 1 && (
            <Radio.Group
              label={t('transfer:export.scope')}
              value={String(scope)}
              onChange={(value) => setScope(Number(value))}
            >
              <Stack gap={6} mt={6}>
                {offers.map((offer, index) => (
                  <Radio
                    key={offer.kind}
                    value={String(index)}
                    label={
                      offer.kind === 'profiles'
                        ? t('transfer:export.profiles', { count: offer.ids.length })
                        : t(`transfer:export.${offer.kind}`, { name: offer.name ?? '' })
                    }
                  />
                ))}
              </Stack>
            </Radio.Group>
          )}
          <Text size="sm" role="status" data-counts>
            {t('transfer:export.counts', {
              profiles: counts.profiles,
              folders: counts.folders,
              passwords: secrets ? counts.passwords : 0,
            })}
          </Text>
          {counts.demo && (
            <Text size="sm" c="dimmed">
              {t('transfer:export.demo')}
            </Text>
          )}
          <Switch
            label={t('transfer:export.secrets')}
            description={refusal ?? t(`transfer:export.${secrets ? 'sealed' : 'none'}`)}
            checked={secrets}
            disabled={refusal !== null}
            onChange={({ currentTarget }) => setSecrets(currentTarget.checked)}
          />
          {secrets && vault?.locked && (
            <Group gap="xs">
              <Text size="sm">{t('transfer:export.locked')}</Text>
              <UnlockButton size="xs" variant="filled" />
            </Group>
          )}
          {secrets && (
            <>
              <PasswordInput
                label={t('transfer:passwords.passphrase')}
                description={t('transfer:export.remember')}
                value={passphrase}
                onChange={({ currentTarget }) => setPassphrase(currentTarget.value)}
                error={
                  asked && short && t('transfer:export.short', { count: passphraseLength.least })
                }
                maxLength={passphraseLength.most}
                autoComplete="new-password"
                visibilityToggleButtonProps={toggle}
              />
              <PasswordInput
                label={t('transfer:export.again')}
                value={again}
                onChange={({ currentTarget }) => setAgain(currentTarget.value)}
                error={asked && !short && differs && t('transfer:export.differs')}
                maxLength={passphraseLength.most}
                autoComplete="new-password"
                visibilityToggleButtonProps={toggle}
              />
            </>
          )}
          <Text size="sm" c="dimmed" role="status">
            {busy && secrets && t('transfer:passwords.deriving')}
          </Text>
          {error !== null && <ErrorPanel error={error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={props.onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={busy} disabled={secrets && vault?.locked === true}>
              {t('transfer:export.submit')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
