import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FolderField, FolderValue } from '../../../../shared/model/folder-merge.ts';
import { type Folders, folderPath } from '../../../../shared/model/resolve-profile.ts';
import { useFieldValue } from '../../../components/use-field-value.ts';
import { ElsewhereCallout } from '../fields/elsewhere-callout.tsx';
import fieldClasses from '../fields/fields.module.css';
import type { FolderElsewhere } from './use-folder-elsewhere.ts';

/** Says that the folder was changed or removed elsewhere while its form is open. */
export function FolderElsewhereCallout({ elsewhere }: { elsewhere: FolderElsewhere }) {
  const { t } = useTranslation();
  const label = useLabel();
  return (
    <ElsewhereCallout
      texts={{
        changed: t('profiles:folders.elsewhere.changed'),
        removed: t('profiles:folders.elsewhere.removed'),
        removedText: t('profiles:folders.elsewhere.removedText'),
      }}
      removed={elsewhere.removed}
      takenOver={elsewhere.takenOver.map(label)}
      conflicts={elsewhere.conflicts.map(({ field }) => label(field))}
    />
  );
}

/** At a field that was changed here and elsewhere: what it is there, and which of both is to be kept. */
export function FolderConflictQuestion(props: {
  field: FolderField;
  elsewhere: FolderElsewhere;
  folders: Folders;
}) {
  const { field, elsewhere, folders } = props;
  const { t } = useTranslation();
  const saidField = useFieldValue();
  const label = useLabel();
  const conflict = elsewhere.conflicts.find((each) => each.field === field);
  if (conflict === undefined) return null;
  const said = (value: FolderValue): string => {
    if (field === 'parentId') {
      return typeof value === 'string' ? folderPath(value, folders) : t('profiles:folders.top');
    }
    return value === null ? t('profiles:folders.unsaid') : saidField(field, value);
  };
  const name = label(field);
  return (
    <span className={fieldClasses.conflict} data-conflict={field}>
      <span>{t('profiles:elsewhere.value', { value: said(conflict.theirs) })}</span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('profiles:elsewhere.keepField', { field: name })}
        onClick={() => elsewhere.keep(field)}
      >
        {t('profiles:elsewhere.keep')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('profiles:elsewhere.takeField', { field: name })}
        onClick={() => elsewhere.take(field)}
      >
        {t('profiles:elsewhere.take')}
      </Button>
    </span>
  );
}

function useLabel(): (field: FolderField) => string {
  const { t } = useTranslation();
  return (field) =>
    field === 'parentId' ? t('profiles:folders.parent') : t(`profiles:fields.${field}.label`);
}
