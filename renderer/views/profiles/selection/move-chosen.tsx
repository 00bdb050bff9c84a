import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { lazyPart } from '../../../components/lazy-view.tsx';

const MoveDialog = lazyPart(() => import('../moving/move-dialog.tsx'));

/** Asks for the folder into which all that are chosen are to be moved. */
export function MoveChosen(props: { profiles: readonly ProfileEntry[]; onClose: () => void }) {
  const { profiles, onClose } = props;
  const { t } = useTranslation();
  const [first] = profiles;
  const count = profiles.length;
  const name =
    count === 1 && first !== undefined ? first.name : t('profiles:moving.many', { count });
  return (
    <Suspense>
      <MoveDialog
        what={{ kind: 'profiles', ids: profiles.map(({ id }) => id) }}
        name={name}
        onClose={onClose}
      />
    </Suspense>
  );
}
