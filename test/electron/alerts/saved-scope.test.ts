import { expect, it } from 'vitest';
import {
  longestMaintenanceMs,
  requireMeaning,
  requireSpan,
} from '../../../electron/alerts/saved-scope.ts';
import type { AlertScope } from '../../../shared/model/alert-rule.ts';

const search = (text: string): AlertScope => ({ kind: 'search', search: text });

it.each([
  search('is:bogus'),
  search('state:bogus'),
  search('via:'),
  search('mail\u202e'),
  search('mail\ud800'),
  { kind: 'tag', tag: 'mail\u202e' } as const,
])('refuses the scope %j, unless it was saved so', (scope) => {
  const rule = { id: '1', scope };
  expect(() => requireMeaning(rule, [], new Map())).toThrowError(
    expect.objectContaining({ code: 'invalid-input' }),
  );
  expect(() => requireMeaning(rule, [{ id: '2', scope }], new Map())).toThrowError();
  expect(() => requireMeaning(rule, [rule], new Map())).not.toThrow();
});

it('takes a scope that means something', () => {
  for (const scope of [search('mail folder:Spain'), { kind: 'all' } as const])
    expect(() => requireMeaning({ id: '1', scope }, [], new Map())).not.toThrow();
});

it('refuses maintenance that never ends', () => {
  const entry = { id: '1', note: '', scope: { kind: 'all' }, from: 0 } as const;
  expect(() => requireSpan({ ...entry, to: longestMaintenanceMs })).not.toThrow();
  expect(() => requireSpan({ ...entry, to: longestMaintenanceMs + 1 })).toThrowError(
    expect.objectContaining({ code: 'invalid-input' }),
  );
});
