import type { z } from 'zod';
import { type AppError, appErrorOf, type ErrorCode, type ErrorValue } from '../../shared/errors.ts';
import { errorDetails } from '../../shared/facts/errors.ts';

/** As much as is known of a schema when it is walked. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
}

/** Texts that are empty where there is nothing to say: what somebody said, names that are like another, the field of a whole request. */
const mayBeEmpty: ReadonlySet<string> = new Set(['said', 'nearest', 'field']);

/** Values of a schema of facts, in which each case, each word of an enumeration and each null occurs. */
export function samplesOf(schema: z.ZodType, name = 'fact'): readonly unknown[] {
  const def = schema._zod.def as unknown as Definition;
  switch (def.type) {
    case 'object':
      return objects(def.shape ?? {});
    case 'union':
      return (def.options ?? []).flatMap((option) => samplesOf(option, name));
    case 'nullable':
      return [...inner(def, name), null];
    case 'readonly':
    case 'default':
      return inner(def, name);
    case 'array':
      return [def.element === undefined ? [] : samplesOf(def.element, name)];
    case 'enum':
      return Object.values(def.entries ?? {});
    case 'literal':
      return def.values ?? [];
    case 'boolean':
      return [true, false];
    case 'number':
      return [5000];
    case 'string':
      return [
        schema.safeParse(name).success ? name : '4096',
        ...(mayBeEmpty.has(name) ? [''] : []),
      ];
    default:
      throw new Error(`no sample of ${def.type}`);
  }
}

function inner({ innerType }: Definition, name: string): readonly unknown[] {
  return innerType === undefined ? [] : samplesOf(innerType, name);
}

/** As many objects as the field with the most samples has: the n-th has the n-th sample of each field, beginning anew where there are fewer. */
function objects(shape: Readonly<Record<string, z.ZodType>>): readonly unknown[] {
  const fields = Object.entries(shape).map(
    ([name, schema]) => [name, samplesOf(schema, name)] as const,
  );
  const count = Math.max(1, ...fields.map(([, samples]) => samples.length));
  return Array.from({ length: count }, (_, i) =>
    Object.fromEntries(fields.map(([name, samples]) => [name, samples[i % samples.length]])),
  );
}

/** Any error of a code, for what asks for nothing but the code. */
export function someError<C extends ErrorCode>(code: C): AppError<C> {
  const [detail] = samplesOf(errorDetails[code]);
  return appErrorOf({ code, message: '', detail } as unknown as ErrorValue) as AppError<C>;
}

/** Its value. */
export function someErrorValue<C extends ErrorCode>(code: C): ErrorValue<C> {
  return (someError(code) as AppError).toValue() as unknown as ErrorValue<C>;
}

/** The name under which a notice says that a damaged file is kept. */
export function keptOf(notice: { readonly detail: object } | undefined): string {
  const { detail } = notice ?? {};
  if (detail === undefined || !('kept' in detail)) throw new Error('nothing was kept');
  return String(detail.kept);
}
