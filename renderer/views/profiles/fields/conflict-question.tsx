import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FieldConflict } from '../../../../shared/model/profile-merge.ts';
import classes from './fields.module.css';

/** At a field that was changed here and elsewhere: what it is there, and which of both is to be kept. */
export function ConflictQuestion(props: {
  conflict: FieldConflict;
  onKeep: () => void;
  onTake: () => void;
}) {
  const { t } = useTranslation();
  const { conflict } = props;
  const field = t(`profiles:fields.${conflict.field}.label`);
  return (
    <span className={classes.conflict} data-conflict={conflict.field}>
      <span>{t('profiles:elsewhere.value', { value: shown(t, conflict) })}</span>
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

/** The value there, as the form words it. */
function shown(t: TFunction, { field, theirs }: FieldConflict): string {
  switch (field) {
    case 'transport':
      return t(`transports.${theirs}`);
    case 'environment':
      return t(`environments.${theirs}`);
    case 'autoConnect':
      return t(theirs === true ? 'profiles:elsewhere.on' : 'profiles:elsewhere.off');
    default:
      return theirs === '' ? t('profiles:elsewhere.empty') : String(theirs);
  }
}
