import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldConflict } from '../../../../shared/model/profile-merge.ts';
import { useFieldValue } from '../../../components/use-field-value.ts';
import classes from './fields.module.css';

/** At a field that was changed here and elsewhere: what it is there, and which of both is to be kept. */
export function ConflictQuestion(props: {
  conflict: FieldConflict;
  onKeep: () => void;
  onTake: () => void;
}) {
  const { t } = useTranslation();
  const said = useFieldValue();
  const { conflict } = props;
  const field = t(`profiles:fields.${conflict.field}.label`);
  return (
    <span className={classes.conflict} data-conflict={conflict.field}>
      <span>
        {t('profiles:elsewhere.value', {
          value: said(conflict.field, conflict.theirs),
        })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('profiles:elsewhere.keepField', { field })}
        onClick={props.onKeep}
      >
        {t('profiles:elsewhere.keep')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        aria-label={t('profiles:elsewhere.takeField', { field })}
        onClick={props.onTake}
      >
        {t('profiles:elsewhere.take')}
      </Button>
    </span>
  );
}
