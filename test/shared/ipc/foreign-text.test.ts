import { afterEach, describe, expect, it, vi } from 'vitest';
import type { z } from 'zod';
import { calls, topics } from '../../../shared/ipc/contract.ts';
import { clientMessageSchema } from '../../../shared/ipc/wire.ts';
import { hostSchema } from '../../../shared/model/host-schema.ts';
import { profileIdSchema } from '../../../shared/model/profile.ts';
import { superLinear } from '../../support/linear.ts';
import { filledWith, patternsOf, stringsOf } from '../../support/zod-strings.ts';

/** All that a window sends. */
const incoming: readonly (readonly [name: string, schema: z.ZodType])[] = [
  ['the wire', clientMessageSchema],
  ...Object.entries(calls).map(([name, { input }]) => [name, input] as const),
  ...Object.entries(topics).map(([name, { params }]) => [name, params] as const),
];
/** All that crosses the contract, in either direction. */
const everything = [
  ...incoming,
  ...Object.entries(calls).map(([name, { output }]) => [name, output] as const),
  ...Object.entries(topics).map(([name, { value }]) => [name, value] as const),
];

const uuid = stringsOf(profileIdSchema).flatMap(({ schema }) => patternsOf(schema).map(String));
/** Those of zod that may meet a long text: one counts its characters, one is of a fixed length itself and looks no further than that. */
const harmless = new Set([...uuid, String(/[\uD800-\uDBFF]/)]);

afterEach(() => {
  vi.restoreAllMocks();
});

describe('text that a window sends', () => {
  it('has a greatest length, or a form that has one', () => {
    const endless = incoming.flatMap(([name, schema]) =>
      stringsOf(schema, name)
        .filter(({ schema: { maxLength, format } }) => maxLength === null && format !== 'uuid')
        .map(({ path }) => path),
    );
    expect(endless).toEqual([]);
  });

  it.each(incoming)('meets no pattern in %s before its length was looked at', (_name, schema) => {
    const met: string[] = [];
    const test = RegExp.prototype.test;
    vi.spyOn(RegExp.prototype, 'test').mockImplementation(function (this: RegExp, text) {
      if (text.length > 1000 && !harmless.has(String(this))) met.push(String(this));
      return test.call(this, text);
    });
    for (const part of ['a', ':', '1.', '-', ' ', '%', '\u0301', 'a:'])
      schema.safeParse(filledWith(schema, `${part.repeat(60_000)}!`));
    expect(met).toEqual([]);
  });

  it('is refused as too long, and for nothing else', () => {
    const { error } = hostSchema.safeParse(':'.repeat(60_000));
    expect(error?.issues.map(({ code }) => code)).toEqual(['too_big']);
  });
});

describe('the patterns of the contract', () => {
  const patterns = new Map(
    everything
      .flatMap(([name, schema]) => stringsOf(schema, name))
      .flatMap(({ schema }) => patternsOf(schema))
      .map((pattern) => [String(pattern), pattern]),
  );

  it.each([...patterns])('%s takes time in proportion to the text', async (_name, pattern) => {
    expect(await superLinear(pattern.source, pattern.flags)).toBeNull();
  });
});
