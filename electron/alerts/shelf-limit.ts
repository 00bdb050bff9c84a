import { AppError } from '../../shared/errors.ts';
import type { Shelf } from '../store/alerts.ts';

/** Puts an entry on its shelf, and answers what lies there then. Throws `invalid-input` where there are too many, and as the shelf does. */
export function putWithin<T extends { readonly id: string }>(
  shelf: Shelf<T>,
  entry: T,
  { most, what }: { readonly most: number; readonly what: 'alert-rules' | 'maintenance' },
): readonly T[] {
  const list = shelf.list();
  if (list.length >= most && !list.some(({ id }) => id === entry.id))
    throw new AppError('invalid-input', { case: what, limit: most });
  shelf.put(entry);
  return shelf.list();
}
