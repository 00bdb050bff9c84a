import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { ErrorValue } from '../../../shared/errors.ts';
import type { PlanScope } from '../../../shared/model/plan.ts';
import { errorOf } from '../../api/client.ts';
import { useApi } from '../../api/context.ts';
import { paths } from '../../routes.ts';
import { type PlanFaults, type PlanForm, readPlan } from './plan-form.ts';

export interface NewPlanForm {
  readonly form: PlanForm;
  readonly change: (part: Partial<PlanForm>) => void;
  readonly faults: PlanFaults | null;
  /** Somebody wanted to go on: what is missing is told from now on. */
  readonly tried: boolean;
}

/** The form of a new plan, and what makes it: then the plan's page is shown. Nothing is made while there are faults, or no target. */
export function useNewPlan(usualName: (form: PlanForm) => string): NewPlanForm & {
  /** Something was typed that no plan was made of yet. */
  readonly typed: boolean;
  readonly saving: boolean;
  readonly error: ErrorValue | null;
  create(ids: readonly string[], scope: PlanScope): Promise<void>;
} {
  const { client } = useApi();
  const navigate = useNavigate();
  const [form, setForm] = useState<PlanForm>({
    name: '',
    setting: 'transformation',
    transformation: '',
    none: false,
    bytes: '',
  });
  const [named, setNamed] = useState(false);
  const [tried, setTried] = useState(false);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<ErrorValue | null>(null);
  // What nobody has typed follows what is chosen.
  const shown = named ? form : { ...form, name: usualName(form) };
  const read = readPlan(shown);
  return {
    form: shown,
    change(part) {
      if (part.name !== undefined) setNamed(true);
      setForm((before) => ({ ...before, ...part }));
    },
    faults: 'faults' in read ? read.faults : null,
    tried,
    typed: named || form.transformation !== '' || form.bytes !== '',
    saving,
    error,
    async create(ids, scope) {
      setTried(true);
      if ('faults' in read || ids.length === 0) return;
      setSaving(true);
      setError(null);
      try {
        const plan = await client.call('plans.create', { ...read, ids: [...ids], scope });
        await navigate({ to: paths.plan(plan.id) });
      } catch (thrown) {
        setError(errorOf(thrown));
        setSaving(false);
      }
    },
  };
}
