import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../api/context.ts';
import { notifyDone } from '../../../components/toast.tsx';
import { PassphraseDialog } from '../../vault/passphrase-dialog.tsx';
import { isGood, noPassphrase, PassphraseFields } from './choose/passphrase-fields.tsx';

/** Another passphrase for the vault: the old one, and the new one twice. */
export function ChangePassphrase({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const [next, setNext] = useState(noPassphrase);
  return (
    <PassphraseDialog
      title={t('vault:change.title')}
      label={t('vault:change.old')}
      submit={t('vault:change.submit')}
      more={<PassphraseFields value={next} onChange={setNext} />}
      ready={isGood(next)}
      send={async (old) => {
        await client.call('vault.changePassphrase', { old, next: next.passphrase });
        notifyDone(t('vault:change.done'), t('vault:change.doneText'));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
