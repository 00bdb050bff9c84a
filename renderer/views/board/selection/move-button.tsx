import { Button } from '@mantine/core';
import { IconFolderSymlink } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../shared/ipc/contract.ts';
import { useSingleKeys } from '../../../components/use-single-key.ts';

const MoveDialog = lazy(() => import('../../profiles/moving/move-dialog.tsx'));

/** Moves all that are chosen into another folder; so does the key `m`. */
export function MoveButton(props: { profiles: readonly ProfileEntry[]; disabled: boolean }) {
  const { profiles, disabled } = props;
  const { t } = useTranslation();
  const [moving, setMoving] = useState(false);
  const [first] = profiles;
  const count = profiles.length;
  useSingleKeys((key) => {
    if (key !== 'm' || count === 0 || disabled || moving) return false;
    setMoving(true);
    return true;
  });
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFolderSymlink size={15} aria-hidden />}
        disabled={disabled}
        aria-keyshortcuts="m"
        onClick={() => setMoving(true)}
      >
        {t('arrangement:selection.move')}
      </Button>
      {moving && (
        <Suspense>
          <MoveDialog
            what={{ kind: 'profiles', ids: profiles.map(({ id }) => id) }}
            name={
              count === 1 && first !== undefined ? first.name : t('profiles:moving.many', { count })
            }
            onClose={() => setMoving(false)}
          />
        </Suspense>
      )}
    </>
  );
}
