// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import type { PlanForm } from '../../../renderer/views/plans/plan-form.ts';
import { useUsualName } from '../../../renderer/views/plans/usual-name.ts';
import { type PlanScope, planNameSchema } from '../../../shared/model/plan.ts';
import { renderHookWith } from '../hooks.tsx';

const upper: PlanForm = {
  name: '',
  setting: 'transformation',
  transformation: 'tr a-z A-Z',
  none: false,
  bytes: '',
};
const mail: PlanScope = { kind: 'folder', folder: 'Mail' };
const chosen: PlanScope = { kind: 'selection' };
const one = [{ name: 'mail-01' }];
const two = [...one, { name: 'mail-02' }];

it.each<[string, Partial<PlanForm>, PlanScope, typeof one]>([
  ['tr a-z A-Z on Mail', {}, mail, two],
  ['tr a-z A-Z on eu', {}, { kind: 'tag', tag: 'eu' }, two],
  ['tr a-z A-Z on mail-01', {}, chosen, one],
  ['tr a-z A-Z on 2 proxies', {}, chosen, two],
  ['tr a-z A-Z', {}, chosen, []],
  ['Transformation on Mail', { transformation: '' }, mail, two],
  ['No transformation on Mail', { none: true }, mail, two],
  ['Buffer size 64k on Mail', { setting: 'bufferSize', bytes: '64k' }, mail, two],
])('calls a plan %s', (name, form, scope, targets) => {
  const { result } = renderHookWith({}, () => useUsualName(), {});
  expect(result.current({ ...upper, ...form }, scope, targets)).toBe(name);
});

it('makes no name that is too long for a plan', () => {
  const { result } = renderHookWith({}, () => useUsualName(), {});
  const name = result.current(
    { ...upper, transformation: 'x'.repeat(255) },
    { kind: 'folder', folder: 'f'.repeat(300) },
    two,
  );
  expect(planNameSchema.safeParse(name).data).toBe(name);
});
