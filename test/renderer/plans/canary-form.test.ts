import { describe, expect, it } from 'vitest';
import { readCanaryForm, usualForm } from '../../../renderer/views/plans/canary/canary-form.ts';

describe('the form of a canary', () => {
  it('asks for one that the console chooses, for five minutes, and goes on by itself, unless told', () => {
    expect(readCanaryForm(usualForm)).toEqual({
      options: {
        share: { kind: 'one', id: null },
        hold: { kind: 'time', ms: 300_000 },
        whenFine: 'go-on',
      },
    });
  });

  it('understands either mark of decimals', () => {
    const form = { ...usualForm, share: 'percent', percent: '12,5', minutes: '0.5' } as const;
    expect(readCanaryForm(form)).toMatchObject({
      options: { share: { kind: 'percent', percent: 12.5 }, hold: { kind: 'time', ms: 30_000 } },
    });
  });

  it.each([
    ['minutes', { minutes: '' }],
    ['minutes', { minutes: '0' }],
    ['minutes', { minutes: '1441' }],
    ['polls', { hold: 'polls', polls: '4' }],
    ['polls', { hold: 'polls', polls: '7.5' }],
    ['number', { share: 'number', number: '0' }],
    ['number', { share: 'number', number: 'all' }],
    ['percent', { share: 'percent', percent: '100' }],
  ] as const)('names the field %s with %j', (fault, part) => {
    expect(readCanaryForm({ ...usualForm, ...part })).toEqual({ fault });
  });
});
