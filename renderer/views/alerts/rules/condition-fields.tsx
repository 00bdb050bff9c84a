import { Group, NativeSelect, Switch, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type AlertNumber,
  alertConditionKinds,
  alertMetrics,
  alertNumbers,
  isAlertInsight,
  isOfReadings,
} from '../../../../shared/model/alert-rule.ts';
import { NumberField } from '../../../components/number-field.tsx';
import { metricOf, type RuleField, type RuleForm, withNumber } from './rule-form.ts';

/** What the parts of the form are given. */
export interface RuleFieldsProps {
  readonly form: RuleForm;
  readonly change: (change: Partial<RuleForm>) => void;
  /** To be shown. */
  readonly faults: ReadonlySet<RuleField>;
  /** A field was left: what is wrong in it may be shown from then on. */
  readonly leave: (field: RuleField) => void;
}

/** What a number of each metric is of; an empty text for a mere number. */
const units: Readonly<Record<AlertNumber, string>> = {
  connections: '',
  bytesPerSecond: 'B/s',
  accessesPerSecond: '/s',
  roundTripMs: 'ms',
  missedPolls: '',
  meanDuration: 's',
  bytesPerAccess: 'B',
  bytesPerConnection: 'B/s',
  share: '%',
  balance: '%',
};

/** What a rule is about. */
export function ConditionFields({ form, change, faults, leave }: RuleFieldsProps) {
  const { t } = useTranslation();
  const { kind, metric } = form;
  const ofMetric = kind === 'metric' || kind === 'unlike';
  const number = (field: 'raise' | 'clear' | 'bad' | 'of', unit = '') => (
    <NumberField
      flex={1}
      label={t(`alerts:fields.${field}`)}
      value={form[field]}
      onChange={(value) => change({ [field]: value })}
      onBlur={() => leave(field)}
      rightSection={
        unit === '' ? null : (
          <Text size="xs" c="dimmed">
            {unit}
          </Text>
        )
      }
      rightSectionPointerEvents="none"
      error={faults.has(field) ? t(`alerts:faults.${field}`) : null}
    />
  );
  return (
    <>
      <NativeSelect
        label={t('alerts:fields.kind')}
        description={t(`alerts:help.${kind}`)}
        value={kind}
        onChange={({ currentTarget }) =>
          change({
            kind: alertConditionKinds.find((each) => each === currentTarget.value) ?? 'down',
          })
        }
        data={alertConditionKinds.map((value) => ({ value, label: t(`alerts:kinds.${value}`) }))}
        data-autofocus
      />
      {kind === 'down' && (
        <TextInput
          label={t('alerts:fields.seconds')}
          description={t('alerts:fields.secondsText')}
          value={form.seconds}
          onChange={({ currentTarget }) => change({ seconds: currentTarget.value })}
          onBlur={() => leave('seconds')}
          error={faults.has('seconds') ? t('alerts:faults.seconds') : null}
          maxLength={20}
          autoComplete="off"
        />
      )}
      {ofMetric && (
        <Group grow align="flex-start">
          <NativeSelect
            label={t('alerts:fields.metric')}
            description={
              kind === 'metric' && (isAlertInsight(metric) || metric === 'missedPolls')
                ? t(`alerts:insightHelp.${metric}`)
                : undefined
            }
            value={kind === 'unlike' ? metricOf(metric) : metric}
            onChange={({ currentTarget }) =>
              change(
                withNumber(
                  form,
                  alertNumbers.find((each) => each === currentTarget.value) ?? metric,
                ),
              )
            }
            data={(kind === 'unlike' ? alertMetrics : alertNumbers).map((value) => ({
              value,
              label: t(`alerts:numbers.${value}`),
            }))}
          />
          {kind === 'metric' && (
            <NativeSelect
              label={t('alerts:fields.direction')}
              value={form.direction}
              onChange={({ currentTarget }) =>
                change({ direction: currentTarget.value === 'below' ? 'below' : 'above' })
              }
              data={(['above', 'below'] as const).map((value) => ({
                value,
                label: t(`alerts:directions.${value}`),
              }))}
            />
          )}
        </Group>
      )}
      {kind === 'metric' && (
        <Group grow align="flex-start">
          {number('raise', units[metric])}
          {number('clear', units[metric])}
        </Group>
      )}
      {isOfReadings(kind) && (
        <>
          <Group grow align="flex-start">
            {number('bad')}
            {number('of')}
          </Group>
          <Switch
            label={t('alerts:fields.fullPace')}
            description={t('alerts:fields.fullPaceText')}
            checked={form.fullPace}
            onChange={({ currentTarget }) => change({ fullPace: currentTarget.checked })}
          />
        </>
      )}
    </>
  );
}
