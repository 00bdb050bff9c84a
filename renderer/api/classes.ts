import type { ClassEntry } from '../../shared/ipc/calls/class.ts';
import { type Classes, classesOf, onlyUsualClasses } from '../../shared/model/environment-class.ts';
import type { Fetched } from './fetched.ts';
import { useCall } from './use-call.ts';

/** The environment classes as they are now, the usual ones first. */
export function useClassList(): Fetched<readonly ClassEntry[]> {
  return useCall('classes.list', {}, { live: true });
}

const known = new WeakMap<readonly ClassEntry[], Classes>();

/** The same by their ids; the usual ones until they are known. The same map for the same answer. */
export function useClasses(): Classes {
  const { value } = useClassList();
  if (value === null) return onlyUsualClasses;
  const before = known.get(value);
  if (before !== undefined) return before;
  const classes = classesOf(value);
  known.set(value, classes);
  return classes;
}
