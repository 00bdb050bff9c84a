import { Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FolderField, FolderValue } from '../../../../shared/model/folder-merge.ts';
import { type Folders, folderPath } from '../../../../shared/model/resolve-profile.ts';
import { fieldValue } from '../../../../shared/texts/field-value.ts';
import { Callout } from '../../../components/callout.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import fieldClasses from '../fields/fields.module.css';
import type { FolderElsewhere } from './use-folder-elsewhere.ts';

/** Says that the folder was changed or removed elsewhere while its form is open, and what became of that here. Read out when it appears. */
export function FolderElsewhereCallout({ elsewhere }: { elsewhere: FolderElsewhere }) {
  const { t } = useTranslation();
  const label = useLabel();
  const { removed, takenOver, conflicts } = elsewhere;
  const names = (fields: readonly FolderField[]): string => fields.map(label).join(', ');
  const changed = takenOver.length > 0 || conflicts.length > 0;
  return (
    <div role="status" data-elsewhere={removed ? 'removed' : changed ? 'changed' : 'none'}>
      {removed ? (
        <Callout tone="warning" title={t('profiles:folders.elsewhere.removed')}>
          <Text size="sm">{t('profiles:folders.elsewhere.removedText')}</Text>
        </Callout>
      ) : (
        changed && (
          <Callout
            tone={conflicts.length > 0 ? 'warning' : 'info'}
            title={t('profiles:folders.elsewhere.changed')}
          >
            {takenOver.length > 0 && (
              <Text size="sm">
                {t('profiles:elsewhere.takenOver', { fields: names(takenOver) })}
              </Text>
            )}
            {conflicts.length > 0 && (
              <Text size="sm">
                {t('profiles:elsewhere.decide', {
                  fields: names(conflicts.map(({ field }) => field)),
                })}
              </Text>
            )}
          </Callout>
        )
      )}
    </div>
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
  const { words } = useSpeaker();
  const label = useLabel();
  const conflict = elsewhere.conflicts.find((each) => each.field === field);
  if (conflict === undefined) return null;
  const said = (value: FolderValue): string => {
    if (field === 'parentId') {
      return typeof value === 'string' ? folderPath(value, folders) : t('profiles:folders.top');
    }
    return value === null ? t('profiles:folders.unsaid') : fieldValue(words, field, value);
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
