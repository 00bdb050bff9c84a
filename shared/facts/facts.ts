import { z } from 'zod';

/** The details of one noun's facts (errors, findings, …): a schema for each code. */
export type Details = Readonly<Record<string, z.ZodType>>;

/** No field. */
type NoShape = Pick<z.ZodRawShape, never>;

type Flat<T> = { [K in keyof T]: T[K] } & {};

/** What a value of the schemas of a noun is: a union over `key`, so that a code tells the type of its `detail`. */
export type Fact<
  Key extends string,
  T extends Details,
  Code extends keyof T & string,
  Shape extends z.ZodRawShape = NoShape,
> = {
  [C in Code]: Flat<
    { [F in keyof Shape]: z.output<Shape[F]> } & { [K in Key]: C } & { detail: z.output<T[C]> }
  >;
}[Code];

/** The schema of all facts of a noun. `shape` are the fields that every one has beside `key` and `detail`. */
export function factSchema<
  Key extends string,
  T extends Details,
  Shape extends z.ZodRawShape,
  F = Fact<Key, T, keyof T & string, Shape>,
>(key: Key, details: T, shape: Shape): z.ZodType<F, F> {
  const [first, ...others] = Object.entries(details).map(([code, detail]) =>
    z.object({ ...shape, [key]: z.literal(code), detail }),
  );
  if (first === undefined) throw new Error('a noun without a code');
  // What is computed from a table at run time, the compiler computes in `Fact`.
  return z.discriminatedUnion(key, [first, ...others]) as unknown as z.ZodType<F, F>;
}

/** The details of a code that has several cases, each with fields of its own: a union over `case`. */
export function cases<T extends Readonly<Record<string, z.ZodRawShape>>>(
  table: T,
): z.ZodType<
  {
    [C in keyof T & string]: z.output<z.ZodObject<{ case: z.ZodLiteral<C> } & T[C]>>;
  }[keyof T & string]
> {
  const [first, ...others] = Object.entries(table).map(([name, shape]) =>
    z.object({ case: z.literal(name), ...shape }),
  );
  if (first === undefined) throw new Error('a union without a case');
  return z.discriminatedUnion('case', [first, ...others]) as never;
}

/** Text that a fact carries: a host, a name, what somebody said. Escaped by whoever took it from a peer. */
export const text = z.string();

/** A code without anything to tell beside it. */
export const nothing = z.object({});
