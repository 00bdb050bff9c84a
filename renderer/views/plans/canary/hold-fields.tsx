import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.ts';
import { type CanaryFault, type CanaryForm, formRanges } from './canary-form.ts';
import { Switched } from './switched.tsx';

type HoldForm = Pick<CanaryForm, 'hold' | 'minutes' | 'polls'>;

/** How long the others wait: for a time, or for readings of each canary. */
export function HoldFields(props: {
  form: HoldForm;
  fault: CanaryFault | null;
  onChange: (part: Partial<HoldForm>) => void;
}) {
  const { form, fault, onChange } = props;
  const { t } = useTranslation();
  const said = useFaultText();
  return (
    <>
      <Switched
        label={t('plans:canary.hold')}
        value={form.hold}
        onChange={(hold) => onChange({ hold })}
        data={(['time', 'polls'] as const).map((value) => ({
          value,
          label: t(`plans:canary.holds.${value}`),
        }))}
      />
      {form.hold === 'time' ? (
        <TextInput
          label={t('plans:canary.minutes')}
          value={form.minutes}
          onChange={({ currentTarget }) => onChange({ minutes: currentTarget.value })}
          error={fault === 'minutes' && said('minutes')}
          inputMode="decimal"
          autoComplete="off"
        />
      ) : (
        <TextInput
          label={t('plans:canary.polls')}
          value={form.polls}
          onChange={({ currentTarget }) => onChange({ polls: currentTarget.value })}
          error={fault === 'polls' && said('polls')}
          inputMode="numeric"
          autoComplete="off"
        />
      )}
    </>
  );
}

/** What is wrong with a field. */
export function useFaultText(): (field: CanaryFault) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (field) => {
    const { min, max } = formRanges[field];
    const limits = { min: format.number(min), max: format.number(max) };
    return t('plans:canary.range', limits);
  };
}
