import { Checkbox, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { BufferSizeField } from '../../components/buffer-size/buffer-size-field.tsx';
import { CommandPad } from '../../components/command/command-pad.tsx';
import type { PlanForm } from './plan-form.ts';
import type { NewPlanForm } from './use-new-plan.ts';

/** What a plan is called, and what it is to change. */
export function PlanFields({
  form,
  change,
  faults,
  tried,
  autoFocus = false,
}: NewPlanForm & { readonly autoFocus?: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('plans:new.name')}
        value={form.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={faults?.name === true && tried ? t('plans:new.nameFault') : null}
        maxLength={80}
        autoComplete="off"
      />
      <SegmentedControl
        aria-label={t('plans:new.setting')}
        value={form.setting}
        onChange={(setting) => change({ setting: setting as PlanForm['setting'] })}
        data={(['transformation', 'bufferSize'] as const).map((setting) => ({
          value: setting,
          label: t(`changes:settings.${setting}`),
        }))}
      />
      {form.setting === 'transformation' ? (
        <>
          {!form.none && (
            <CommandPad
              text={form.transformation}
              setText={(transformation) => change({ transformation })}
              wanted={tried}
              autoFocus={autoFocus}
            />
          )}
          <Checkbox
            label={t('plans:new.none')}
            checked={form.none}
            onChange={({ currentTarget }) => change({ none: currentTarget.checked })}
          />
        </>
      ) : (
        <div>
          <BufferSizeField
            text={form.bytes}
            setText={(bytes) => change({ bytes })}
            wanted={tried}
          />
          <Text size="xs" c="dimmed" mt={6}>
            {t('plans:new.bytesHint')}
          </Text>
        </div>
      )}
    </>
  );
}
