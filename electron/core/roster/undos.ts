import { randomUUID } from 'node:crypto';
import { AppError } from '../../../shared/errors.ts';

/** What takes edits back, by tokens that whoever made one was given. */
export interface Undos<T> {
  /** Answers the token. Where there are too many the oldest is forgotten. */
  keep(undo: T): string;
  /** Throws `not-found` for one that was used, or forgotten, or never was. */
  get(token: string): T;
  delete(token: string): void;
  clear(): void;
  /** The oldest first. */
  entries(): readonly (readonly [token: string, undo: T])[];
}

/** `most`: so many edits can be taken back. */
export function createUndos<T>(most: number): Undos<T> {
  const undos = new Map<string, T>();
  return {
    keep(undo) {
      const token = randomUUID();
      undos.set(token, undo);
      for (const oldest of undos.keys()) if (undos.size > most) undos.delete(oldest);
      return token;
    },
    get(token) {
      const undo = undos.get(token);
      if (undo === undefined) throw new AppError('not-found', { case: 'undo' });
      return undo;
    },
    delete: (token) => void undos.delete(token),
    clear: () => undos.clear(),
    entries: () => [...undos],
  };
}
