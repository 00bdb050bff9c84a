import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorValue } from '../../../../shared/errors.ts';
import { approvalOf, isApproved, type Plan, type PlanStep } from '../../../../shared/model/plan.ts';
import { notRevertibleSteps } from '../../../../shared/model/take-back.ts';
import { canaryTexts } from '../../../../shared/texts/canary.ts';
import { errorOf } from '../../../api/client.ts';
import { useApi } from '../../../api/context.ts';
import { Callout } from '../../../components/callout.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ErrorPanel } from '../../../components/error-panel.tsx';
import { HowItWorks } from '../../../components/help/how-it-works.tsx';
import { useSpeaker } from '../../../format/use-speaker.ts';
import classes from '../plans.module.css';
import { type CanaryForm, readCanaryForm, usualForm } from './canary-form.ts';
import { HoldFields, useFaultText } from './hold-fields.tsx';
import { Switched } from './switched.tsx';

/** Asks who is changed first, for how long the others wait, and what becomes of a canary that is fine. */
export default function StartCanary(props: { plan: Plan; onClose: () => void }) {
  const { plan, onClose } = props;
  const { t } = useTranslation();
  const { client } = useApi();
  const [form, setForm] = useState<CanaryForm>(usualForm);
  const [approval, setApproval] = useState('');
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  const said = useFaultText();
  const texts = canaryTexts(useSpeaker().language);
  const read = readCanaryForm(form);
  const fault = 'fault' in read ? read.fault : null;
  const guarded = plan.guarded > 0;
  const approved = !guarded || isApproved(plan, approval);
  const change = (part: Partial<CanaryForm>): void => setForm((before) => ({ ...before, ...part }));
  const start = async (): Promise<void> => {
    if ('fault' in read || !approved) return;
    setSaving(true);
    setError(null);
    try {
      const input = { id: plan.id, options: read.options };
      await client.call('plans.startCanary', guarded ? { ...input, approval } : input);
      onClose();
    } catch (thrown) {
      setError(errorOf(thrown));
      setSaving(false);
    }
  };
  const waiting = plan.steps.filter(({ state }) => state === 'waiting');
  const isNamed = form.share === 'one' && form.one !== '';
  const isCandidate = ({ profileId }: PlanStep): boolean => !isNamed || profileId === form.one;
  const candidates = waiting.filter(isCandidate).length;
  const mayStay = notRevertibleSteps(plan.steps).filter(isCandidate).length;
  return (
    <Dialog opened onClose={onClose} size="lg" title={t('plans:canary.title')}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
      >
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <Text size="sm" c="dimmed">
            {t('plans:canary.text')}
            {mayStay < candidates && ` ${t('plans:canary.takenBack')}`}
          </Text>
          <HowItWorks of="canary" name={t('plans:canary.one')} />
        </Group>
        {mayStay > 0 && (
          <Callout tone="warning" title={texts.mayStay(mayStay, candidates)}>
            {null}
          </Callout>
        )}
        <Switched
          label={t('plans:canary.share')}
          value={form.share}
          onChange={(share) => change({ share })}
          data={(['one', 'number', 'percent'] as const).map((value) => ({
            value,
            label: t(`plans:canary.shares.${value}`),
          }))}
        />
        {form.share === 'one' ? (
          <Select
            label={t('plans:canary.one')}
            value={form.one}
            onChange={(one) => change({ one: one ?? '' })}
            searchable
            allowDeselect={false}
            data={[
              { value: '', label: t('plans:canary.choose') },
              ...waiting.map(({ profileId, profileName }) => ({
                value: profileId,
                label: profileName,
              })),
            ]}
          />
        ) : (
          <TextInput
            label={t(`plans:canary.${form.share}`)}
            value={form[form.share]}
            onChange={({ currentTarget }) => change({ [form.share]: currentTarget.value })}
            error={fault === form.share && said(form.share)}
            inputMode="decimal"
            autoComplete="off"
          />
        )}
        <HoldFields form={form} fault={fault} onChange={change} />
        <Switched
          label={t('plans:canary.whenFine')}
          value={form.whenFine}
          onChange={(whenFine) => change({ whenFine })}
          data={(['go-on', 'ask'] as const).map((value) => ({
            value,
            label: t(`plans:canary.thens.${value}`),
          }))}
        />
        {guarded && (
          <TextInput
            label={t('plans:approve', { approval: approvalOf(plan), count: plan.guarded })}
            description={t('plans:canary.approvalCovers')}
            value={approval}
            onChange={({ currentTarget }) => setApproval(currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
          />
        )}
        {error !== null && <ErrorPanel error={error} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving} disabled={fault !== null || !approved}>
            {t('plans:canary.start')}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
