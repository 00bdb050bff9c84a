import type { ErrorValue } from '../../../../shared/errors.ts';
import { errorOf } from '../../../api/client.ts';

/** So many calls are under way together: a fleet of a thousand does not block what else the window asks. */
const atOnce = 8;

/** What became of a call for each of many proxies. */
export interface ManyDone {
  readonly done: readonly string[];
  readonly failed: readonly { readonly id: string; readonly error: ErrorValue }[];
}

/** Does the same with each proxy, some at a time; one that fails stops none of the others. `onProgress` hears how many are over. */
export async function withMany(
  ids: readonly string[],
  task: (id: string) => Promise<unknown>,
  onProgress: (over: number) => void,
): Promise<ManyDone> {
  const done: string[] = [];
  const failed: { id: string; error: ErrorValue }[] = [];
  const waiting = ids.values();
  const work = async (): Promise<void> => {
    for (const id of waiting) {
      try {
        await task(id);
        done.push(id);
      } catch (thrown) {
        failed.push({ id, error: errorOf(thrown) });
      }
      onProgress(done.length + failed.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, ids.length) }, work));
  return { done, failed };
}
