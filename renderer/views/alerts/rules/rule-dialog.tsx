import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { searchFaultOf } from '../../../../shared/fleet/alerts/scope.ts';
import type { AlertRule } from '../../../../shared/model/alert-rule.ts';
import { useClasses } from '../../../api/classes.ts';
import { useApi } from '../../../api/context.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { notifyDone } from '../../../components/toast.tsx';
import { useAction } from '../../../components/use-action.tsx';
import { useAlertWords } from '../alert-words.ts';
import { ScopeFields } from '../scope-fields.tsx';
import { ConditionFields } from './condition-fields.tsx';
import { formOf, isSame, type RuleField, ruleOf } from './rule-form.ts';
import { TellingFields } from './telling-fields.tsx';
import { WouldFire } from './would-fire.tsx';

/** A new rule, or one that is there; what it would have fired is shown before it is saved. */
export function RuleDialog({ rule, onClose }: { rule: AlertRule | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useApi();
  const { busy, run } = useAction();
  const words = useAlertWords();
  const [form, setForm] = useState(() => formOf(rule));
  const [tried, setTried] = useState(false);
  const [left, setLeft] = useState<ReadonlySet<RuleField>>(new Set());
  const [made] = useState(() => ({ id: rule?.id ?? crypto.randomUUID(), enabled: true }));
  const classes = useClasses();
  const result = ruleOf(form, rule ?? made);
  const isFaultySearch = form.scope === 'search' && searchFaultOf(form.search, classes) !== null;
  const shown = new Set([...result.faults].filter((field) => tried || left.has(field)));
  const leave = (field: RuleField): void => setLeft((before) => new Set(before).add(field));
  const change = (next: Partial<typeof form>): void =>
    setForm((before) => ({ ...before, ...next }));
  const save = (): void => {
    setTried(true);
    const { rule: next } = result;
    if (next === null || isFaultySearch) return;
    run(async () => {
      await client.call('alerts.saveRule', next);
      notifyDone(t('alerts:rules.saved'), words.rule(next));
      onClose();
    });
  };
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={t(rule === null ? 'alerts:rules.new' : 'alerts:rules.change')}
      busy={busy}
      changed={!isSame(form, formOf(rule))}
      onSave={save}
    >
      <ConditionFields form={form} change={change} faults={shown} leave={leave} />
      <ScopeFields
        form={form}
        change={change}
        fault={(['folder', 'tag', 'search', 'proxy'] as const).some((field) => shown.has(field))}
      />
      <TellingFields form={form} change={change} faults={shown} leave={leave} />
      <TextInput
        label={t('alerts:rules.name')}
        description={t('alerts:rules.nameText')}
        value={form.name}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
        error={shown.has('name') ? t('alerts:faults.name') : null}
        maxLength={80}
        autoComplete="off"
      />
      <WouldFire rule={isFaultySearch ? null : result.rule} />
    </FormDialog>
  );
}
