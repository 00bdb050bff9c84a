import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Field } from '../../renderer/api/search-fields.ts';
import { parseSearch, stringifySearch } from '../../renderer/api/search-text.ts';
import type { ViewSchema } from '../../renderer/api/view-state.ts';
import { auditSearch, boardSearch, eventsSearch, proxySearch } from '../../renderer/searches.ts';
import { compareSearch } from '../../renderer/views/compare/compare-search.ts';
import { assertNever } from '../../shared/assert.ts';

const searches: Readonly<Record<string, ViewSchema>> = {
  boardSearch,
  proxySearch,
  eventsSearch,
  compareSearch,
};

/** What a view is told by an address. */
function read<State>(schema: { parse(raw: unknown): State }, address: string): State {
  return schema.parse(parseSearch(address));
}

const text = fc.string({ maxLength: 200, unit: 'grapheme' });
const id = fc.string({ minLength: 1, maxLength: 40, unit: 'grapheme' });

/** Every state that a field can be in, by what it holds. */
function valuesOf({ holds, words }: Field<unknown>): fc.Arbitrary<unknown> {
  switch (holds) {
    case 'word':
      return fc.constantFrom(...words, undefined);
    case 'words':
      return fc.uniqueArray(fc.constantFrom(...words));
    case 'text':
      return fc.option(text, { nil: undefined });
    case 'identifier':
      return fc.option(id, { nil: undefined });
    case 'identifiers':
      return fc.uniqueArray(id);
    case 'uuid':
      return fc.option(fc.uuid(), { nil: undefined });
    case 'moment':
      return fc.option(fc.nat(), { nil: undefined });
    default:
      return assertNever(holds);
  }
}

describe.each(Object.entries(searches))('the address of a view: %s', (_, schema) => {
  const state = fc.record(
    Object.fromEntries(
      Object.entries(schema.shape).map(([name, field]) => [name, valuesOf(field)]),
    ),
  );

  it('says every state of it, and is read as that', () => {
    fc.assert(
      fc.property(state, (given) => {
        expect(read(schema, stringifySearch(given))).toEqual(given);
      }),
    );
  });

  it('is read to the same from the text and from the values of the text', () => {
    fc.assert(
      fc.property(state, (given) => {
        const once = schema.parse(given);
        expect(schema.parse(once)).toEqual(once);
      }),
    );
  });

  it('falls back where its values are wrong, and never throws', () => {
    const empty = read(schema, '');
    const names = Object.keys(schema.shape);
    const hostile = ['%', '%zz', '\0', '__proto__', '{"a":1}', '<script>', 'ñ\u202e', ',', ',,,'];
    for (const value of [...hostile, 'x'.repeat(10_000), '%'.repeat(10_000)]) {
      for (const name of names.filter((each) => each !== 'text' && each !== 'ids')) {
        // An id, and what people typed, can be any text that is not too long.
        if (['proxy', 'folder', 'tag'].includes(name) && value.length <= 100) continue;
        expect(read(schema, `?${name}=${value}`), `${name} ${value.slice(0, 9)}`).toEqual(empty);
      }
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.constantFrom(...names), (value, name) => {
        expect(() => read(schema, `?${name}=${value}`)).not.toThrow();
        expect(() => schema.parse({ [name]: { deep: value } })).not.toThrow();
      }),
    );
  });

  it('has no names but its own', () => {
    expect(read(schema, '?nobody=1&__proto__=2&toString=3')).toEqual(read(schema, ''));
  });
});

describe('a list in an address', () => {
  it('keeps what fits, each once, in its order', () => {
    expect(read(eventsSearch, '?kinds=restarted,nothing,connected,restarted').kinds).toEqual([
      'restarted',
      'connected',
    ]);
    expect(read(compareSearch, '?ids=b,a,,b').ids).toEqual(['b', 'a']);
  });

  it('ends where a page could show no more', () => {
    const ids = Array.from({ length: 5000 }, (_, i) => `p${i}`);
    expect(read(compareSearch, `?ids=${ids.join(',')}`).ids).toEqual(ids.slice(0, 100));
  });
});

describe('a filter text in an address', () => {
  it('is not longer than what can be typed', () => {
    expect(read(boardSearch, `?text=${'x'.repeat(200)}`).text).toHaveLength(200);
    expect(read(boardSearch, `?text=${'x'.repeat(10_000)}`).text).toBeUndefined();
  });
});

describe('the plan in the address of the audit log', () => {
  it('is an identifier that the app made, and nothing else', () => {
    const plan = '0b2f8e66-5a0c-4b58-9d7a-3f0f5a7d0c11';
    expect(read(auditSearch, `?plan=${plan}`).plan).toBe(plan);
    for (const other of ['', 'p', `${plan}0`, `x${plan}`, plan.replaceAll('-', '')])
      expect(read(auditSearch, `?plan=${other}`).plan).toBeUndefined();
  });
});
