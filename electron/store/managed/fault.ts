import type { z } from 'zod';
import type { ManagedFault } from '../../../shared/facts/managed-errors.ts';

/** What is wrong in a file, and where: `profiles[3].host`. */
export interface Fault {
  readonly place: string;
  readonly fault: ManagedFault;
}

/** The first of what a schema found wrong with `value`, which lies at `place`. */
export function faultOf(issues: readonly z.core.$ZodIssue[], place: string, value: unknown): Fault {
  const [issue] = issues;
  const at = placeOf(place, issue?.path ?? []);
  if (issue?.code === 'unrecognized_keys') {
    return { place: placeOf(at, [issue.keys[0] ?? '']), fault: 'unknown' };
  }
  return { place: at, fault: isMissing(value, issue?.path ?? []) ? 'missing' : 'value' };
}

function placeOf(place: string, path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (before, key) =>
      typeof key === 'number'
        ? `${before}[${key}]`
        : `${before}.${JSON.stringify(String(key).slice(0, 60)).slice(1, -1)}`,
    place,
  );
}

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null) return true;
    found = (found as Record<PropertyKey, unknown>)[key];
  }
  return found === undefined;
}
