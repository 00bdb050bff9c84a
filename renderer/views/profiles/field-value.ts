import type { TFunction } from 'i18next';
import type { DraftField } from '../../../shared/model/profile-merge.ts';

/** The value of a profile's field, as the form words it. */
export function fieldValueText(
  t: TFunction,
  field: DraftField,
  value: string | number | boolean,
): string {
  switch (field) {
    case 'transport':
      return t(`transports.${value}`);
    case 'environment':
      return t(`environments.${value}`);
    case 'autoConnect':
      return t(value === true ? 'profiles:values.on' : 'profiles:values.off');
    default:
      return value === '' ? t('profiles:values.empty') : String(value);
  }
}
