import type { ButtonProps } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ProfileEntry } from '../../../../../shared/ipc/contract.ts';
import type { AuditEntry } from '../../../../../shared/model/change.ts';
import { valueAfter } from '../../../../../shared/model/change-effect.ts';
import { ConfirmedButton } from '../confirmed-button.tsx';

/** Takes one change back. */
export function UndoButton(
  props: Pick<ButtonProps, 'size' | 'disabled' | 'loading' | 'variant'> & {
    profile: ProfileEntry;
    entry: AuditEntry;
    /** When it was, to tell the buttons of a list apart. */
    when?: string;
    onUndo: (confirmName: string | undefined) => void;
  },
) {
  const { profile, entry, when, onUndo, ...rest } = props;
  const { t } = useTranslation();
  const label =
    when === undefined
      ? undefined
      : t('changes:undoOf', { setting: t(`changes:settings.${entry.setting}`), when });
  return (
    <ConfirmedButton
      size="xs"
      variant="default"
      leftSection={<IconArrowBackUp size={14} aria-hidden />}
      {...rest}
      {...(label === undefined ? {} : { 'aria-label': label })}
      profile={profile}
      change={{ setting: entry.setting, from: valueAfter(entry), to: entry.before }}
      onConfirm={onUndo}
    >
      {t('undo')}
    </ConfirmedButton>
  );
}
