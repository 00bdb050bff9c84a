import type { z } from 'zod';
import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/** A schema of a string, and where it is. */
export interface StringSchema {
  readonly path: string;
  readonly schema: z.ZodString;
}

/** Every string that a schema takes in, wherever it lies in it. Throws for a kind of schema that it does not know, so that none is missed. */
export function stringsOf(schema: $ZodType, path = ''): readonly StringSchema[] {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'string':
      return [{ path, schema: schema as z.ZodString }];
    case 'object':
      return Object.entries(def.shape).flatMap(([key, value]) =>
        stringsOf(value, `${path}.${key}`),
      );
    case 'array':
      return stringsOf(def.element, `${path}[]`);
    case 'record':
      return [
        ...stringsOf(def.keyType, `${path}<key>`),
        ...stringsOf(def.valueType, `${path}<value>`),
      ];
    case 'union':
      return def.options.flatMap((option) => stringsOf(option, path));
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return stringsOf(def.innerType, path);
    case 'boolean':
    case 'enum':
    case 'literal':
    case 'null':
    case 'number':
    case 'unknown':
      return [];
    default:
      throw new Error(`${path}: what strings has a schema of the kind ${def.type}?`);
  }
}

/** The patterns that a string has to fit. A form of zod's own, such as a UUID, has its pattern too. */
export function patternsOf(schema: z.ZodString): readonly RegExp[] {
  const { def } = schema._zod;
  const checks = [def, ...(def.checks ?? []).map((check) => check._zod.def)];
  return checks.flatMap((check) =>
    'pattern' in check && check.pattern instanceof RegExp ? [check.pattern] : [],
  );
}

/** A value with this text in the place of every string. */
export function filledWith(schema: $ZodType, text: string): unknown {
  const { def } = (schema as $ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape).map(([key, value]) => [key, filledWith(value, text)]),
      );
    case 'array':
      return [filledWith(def.element, text)];
    case 'optional':
    case 'nullable':
    case 'default':
    case 'readonly':
      return filledWith(def.innerType, text);
    case 'literal':
      return def.values[0];
    default:
      return text;
  }
}
