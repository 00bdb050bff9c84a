import { describe, expect, it } from 'vitest';
import { calls, profileEntrySchema, topics } from '../../../shared/ipc/contract.ts';
import { clientMessageSchema } from '../../../shared/ipc/wire.ts';

const id = '0b0f2f4e-8a53-4f0e-9d0c-0d1f6f2f7a01';

describe('the contract', () => {
  it('has names that the wire takes', () => {
    for (const name of Object.keys(calls))
      expect(clientMessageSchema.safeParse({ type: 'call', id: 1, name, input: {} }).success).toBe(
        true,
      );
    for (const topic of Object.keys(topics))
      expect(
        clientMessageSchema.safeParse({ type: 'subscribe', id: 1, topic, params: {} }).success,
      ).toBe(true);
  });

  it('answers no call with a password, and has no topic that does', () => {
    const answers = [
      ...Object.values(calls).map(({ output }) => output),
      ...Object.values(topics).map(({ value }) => value),
    ];
    for (const schema of answers)
      expect(JSON.stringify(schema.toJSONSchema({ unrepresentable: 'any' }))).not.toContain(
        '"password":',
      );
  });

  it('drops what is no part of a profile on its way out', () => {
    const entry = profileEntrySchema.parse({
      id,
      name: 'a',
      host: 'h',
      user: 'u',
      sources: {},
      savedPassword: 'here',
      stockCredentials: false,
      demo: false,
      password: 'hunter2',
    });
    expect(entry).not.toHaveProperty('password');
  });

  it('takes a change of one preference for that one alone', () => {
    expect(calls['preferences.set'].input.parse({ language: 'es' })).toEqual({ language: 'es' });
  });

  it.each([
    ['profiles.save', { draft: { name: '', host: 'h', user: 'u' } }],
    ['profiles.save', { draft: { name: 'a', host: '-oProxyCommand=x', user: 'u' } }],
    ['profiles.save', { draft: { name: 'a', host: 'h', user: 'u' }, password: 'ñ' }],
    ['profiles.save', { draft: { name: 'a', host: 'h', user: 'u' }, password: 'x'.repeat(256) }],
    ['profiles.save', { draft: { name: 'a', host: 'h', port: 0, user: 'u' } }],
    ['profiles.remove', { id: '../x' }],
    ['history.range', { ids: [id], from: 0, to: 1, points: 1_000_000 }],
    ['history.range', { ids: [id], from: Number.NaN, to: 1, points: 10 }],
    ['history.range', { ids: [], from: 0, to: 1, points: 10 }],
    ['history.range', { ids: Array(101).fill(id), from: 0, to: 1, points: 10 }],
    ['events.list', { limit: 0 }],
    ['change.transformation', { id, seen: null, next: '' }],
    ['change.transformation', { id, seen: null, next: 'a\nb' }],
    ['change.transformation', { id, next: 'cat' }],
    ['change.bufferSize', { id, bytes: 9 }],
    ['change.bufferSize', { id, bytes: 4096.5 }],
  ] as const)('refuses %s with %j', (name, input) => {
    expect(calls[name].input.safeParse(input).success).toBe(false);
  });
});
