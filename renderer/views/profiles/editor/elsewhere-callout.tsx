import { useTranslation } from 'react-i18next';
import type { DraftField } from '../../../../shared/model/profile-merge.ts';
import { ElsewhereCallout } from '../fields/elsewhere-callout.tsx';
import type { Elsewhere } from './use-elsewhere.ts';

/** Says that the profile was changed or removed elsewhere while its form is open. */
export function ProfileElsewhereCallout({ elsewhere }: { elsewhere: Elsewhere }) {
  const { t } = useTranslation();
  const label = (field: DraftField): string => t(`profiles:fields.${field}.label`);
  return (
    <ElsewhereCallout
      texts={{
        changed: t('profiles:elsewhere.changed'),
        removed: t('profiles:elsewhere.removed'),
        removedText: t('profiles:elsewhere.removedText'),
      }}
      removed={elsewhere.removed}
      takenOver={elsewhere.takenOver.map(label)}
      conflicts={elsewhere.conflicts.map(({ field }) => label(field))}
    />
  );
}
