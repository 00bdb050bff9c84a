import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type HistorySource,
  historyReaches,
  historySecretSchema,
  historySignIns,
  historySourceSchema,
  historyUrlSchema,
} from '../../../../shared/model/history-from.ts';
import { isPrivateWay } from '../../../../shared/model/web-address.ts';
import { useApi } from '../../../api/context.ts';
import { useFolderPaths } from '../../../components/elsewhere/where-words.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { SecretInput } from '../../../components/secret-input.tsx';
import { useAction } from '../../../components/use-action.tsx';

/** Says for whom history comes from where. */
export function SourceDialog(props: {
  readonly before: HistorySource;
  /** Of folders that have none yet; null is the whole console. */
  readonly free: (folderId: string | null) => boolean;
  /** Whether there is a secret that can be kept. */
  readonly keepable: boolean;
  readonly locked: boolean;
  readonly onClose: (saved: boolean) => void;
}) {
  const { before, free, keepable, locked, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const paths = useFolderPaths();
  const [source, setSource] = useState(before);
  const [secret, setSecret] = useState('');
  const [tried, setTried] = useState(false);
  const set = (change: Partial<HistorySource>): void => setSource((now) => ({ ...now, ...change }));
  const { url, signIn } = source;
  const whole = { ...source, user: signIn === 'basic' ? source.user : '' };
  const read = historySourceSchema.safeParse(whole);
  const isUrl = url === null || historyUrlSchema.safeParse(url).success;
  const isClear = isUrl && url !== null && signIn !== 'none' && !isPrivateWay(url.trim());
  const wantsSecret = url !== null && signIn !== 'none';
  const keeps = secret === '' && keepable;
  const isSecret = !wantsSecret || keeps || historySecretSchema.safeParse(secret).success;
  const isUser = historySourceSchema.shape.user.safeParse(whole.user).success;
  const save = (): void => {
    setTried(true);
    if (!read.success || !isSecret) return;
    run(async () => {
      const given = wantsSecret && !keeps ? secret : null;
      await client.call('historyFrom.save', { source: read.data, secret: given });
      onClose(true);
    });
  };
  const choices = [...paths]
    .filter(([id]) => id === before.folderId || free(id))
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label));
  const whatever = before.folderId === null || free(null);
  return (
    <FormDialog
      onClose={() => onClose(false)}
      title={t('elsewhere:panel.editTitle')}
      busy={busy}
      changed={source !== before || secret !== ''}
      onSave={save}
    >
      <NativeSelect
        label={t('elsewhere:panel.folderField')}
        description={t('elsewhere:panel.folderText')}
        value={source.folderId ?? ''}
        disabled={locked}
        onChange={({ currentTarget: { value } }) =>
          set(value === '' ? { folderId: null, url: url ?? '' } : { folderId: value })
        }
        data={[...(whatever ? [{ value: '', label: t('elsewhere:panel.whole') }] : []), ...choices]}
        data-autofocus
      />
      {source.folderId !== null && (
        <NativeSelect
          label={t('elsewhere:panel.from')}
          value={url === null ? 'nowhere' : 'prometheus'}
          disabled={locked}
          onChange={({ currentTarget: { value } }) =>
            set({ url: value === 'nowhere' ? null : (before.url ?? '') })
          }
          data={[
            { value: 'prometheus', label: t('elsewhere:panel.fromPrometheus') },
            { value: 'nowhere', label: t('elsewhere:panel.nowhere') },
          ]}
        />
      )}
      {url !== null && (
        <>
          <TextInput
            label={t('elsewhere:panel.url')}
            description={t('elsewhere:panel.urlText')}
            placeholder="https://"
            value={url}
            disabled={locked}
            onChange={({ currentTarget }) => set({ url: currentTarget.value })}
            error={tried && !isUrl ? t('elsewhere:panel.urlFault') : null}
            maxLength={2000}
            autoComplete="off"
          />
          <NativeSelect
            label={t('elsewhere:panel.reach')}
            value={source.reach}
            disabled={locked}
            onChange={({ currentTarget: { value } }) =>
              set({ reach: historyReaches.find((each) => each === value) ?? source.reach })
            }
            data={historyReaches.map((value) => ({
              value,
              label: t(`elsewhere:panel.reaches.${value}`),
            }))}
          />
          <NativeSelect
            label={t('elsewhere:panel.signIn')}
            value={signIn}
            disabled={locked}
            onChange={({ currentTarget: { value } }) =>
              set({ signIn: historySignIns.find((each) => each === value) ?? signIn })
            }
            error={isClear ? t('elsewhere:panel.clear') : null}
            data={historySignIns.map((value) => ({
              value,
              label: t(`elsewhere:panel.signIns.${value}`),
            }))}
          />
        </>
      )}
      {url !== null && signIn === 'basic' && (
        <TextInput
          label={t('elsewhere:panel.user')}
          value={source.user}
          disabled={locked}
          onChange={({ currentTarget }) => set({ user: currentTarget.value })}
          error={tried && !isUser ? t('elsewhere:panel.userFault') : null}
          maxLength={200}
          autoComplete="off"
        />
      )}
      {wantsSecret && (
        <SecretInput
          label={t(signIn === 'bearer' ? 'elsewhere:panel.token' : 'elsewhere:panel.password')}
          description={t(keepable ? 'elsewhere:panel.keepText' : 'elsewhere:panel.secretText')}
          toggle={t('elsewhere:panel.show')}
          value={secret}
          onChange={({ currentTarget }) => setSecret(currentTarget.value)}
          error={tried && !isSecret ? t('elsewhere:panel.secretFault') : null}
          maxLength={4000}
          autoComplete="new-password"
        />
      )}
    </FormDialog>
  );
}
