import { z } from 'zod';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** The id of everything in a sample, so that one thing leads to the other. */
export const sampleId = '00000000-0000-4000-8000-00000000000a';

/** Some text of most forms that the contract knows. */
const texts = [
  'a',
  sampleId,
  '7',
  '4096',
  '=rev',
  '#228be6',
  'https://a.example/',
  '1.0.0',
  '22:00',
  'a'.repeat(64),
];
const numbers = [1, 9090, 1000, 0.5, 0, 1_700_000_000_000];

/** One value that a schema takes, with something in each of its lists. Throws for a schema of which this makes none. */
export function sampleOf(schema: $ZodType): unknown {
  const { def } = (schema as $ZodTypes)._zod;
  const firstFit = (candidates: readonly unknown[]): unknown => {
    const found = candidates.find((each) => isFit(schema, each));
    if (found === undefined) throw new Error(`no sample of a ${def.type}: ${JSON.stringify(def)}`);
    return found;
  };
  switch (def.type) {
    case 'string':
      return firstFit(texts);
    case 'number':
      return firstFit(numbers);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'enum':
      return Object.values(def.entries)[0];
    case 'literal':
      return def.values[0];
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, value]) => [key, sampleOf(value)]),
      );
    case 'array': {
      const one = sampleOf(def.element);
      return firstFit([[one], [one, one], []]);
    }
    case 'tuple':
      return def.items.map(sampleOf);
    case 'record': {
      const keys = def.keyType instanceof z.ZodEnum ? def.keyType.options : [];
      return Object.fromEntries(keys.map((key) => [key, sampleOf(def.valueType)]));
    }
    case 'union':
      return firstFit(def.options.map(sampleOf));
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
    case 'readonly':
      return sampleOf(def.innerType);
    case 'pipe':
      return sampleOf(def.in);
    case 'lazy':
      return sampleOf(def.getter());
    default:
      return null;
  }
}

function isFit(schema: $ZodType, value: unknown): boolean {
  return (schema as unknown as { safeParse(value: unknown): { success: boolean } }).safeParse(value)
    .success;
}
