import { NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { concurrencyRange } from '../../../shared/model/plan-concurrency.ts';
import { useApi, usePreferences } from '../../api/context.ts';

/** How many proxies of a plan are changed at once: remembered for every plan. */
export function ConcurrencyChoice() {
  const { t } = useTranslation();
  const api = useApi();
  const { planConcurrency } = usePreferences();
  const { min, max } = concurrencyRange;
  return (
    <NumberInput
      size="xs"
      w={80}
      label={t('plans:concurrency')}
      value={planConcurrency}
      onChange={(value) => {
        if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max)
          api.setPreferences({ planConcurrency: value });
      }}
      min={min}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="blur"
    />
  );
}
