import type { z } from 'zod';

/** The value of a text in the database, which may be damaged or of another release: undefined where it is no JSON. */
export function parsedJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The same as this schema reads it; null where it does not. */
export function readJson<T>(schema: z.ZodType<T>, json: string): T | null {
  return schema.safeParse(parsedJson(json)).data ?? null;
}
