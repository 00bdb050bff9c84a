import { createTurns } from '../../base/turns.ts';

/** What a write came to, and the ids of those that have another password since. */
export interface Written<T> {
  readonly result: T;
  readonly passwordChanged?: readonly string[];
}

/** Begins when the one before has ended. Whoever listens is told at its end, when profiles and passwords are all where they belong. */
export type Write = <T>(task: () => Promise<Written<T>>) => Promise<T>;

/** The writes of a roster, one after the other. */
export interface Writes {
  readonly write: Write;
  /** In its turn as a write is, and nobody is told. */
  untold<T>(task: () => Promise<T>): Promise<T>;
  isWriting(): boolean;
}

export function createWrites(tell: (passwordChanged: readonly string[]) => void): Writes {
  const inTurn = createTurns();
  let writing = false;
  return {
    write: (task) =>
      inTurn('roster', async () => {
        writing = true;
        let passwordChanged: readonly string[] = [];
        try {
          const done = await task();
          passwordChanged = done.passwordChanged ?? [];
          return done.result;
        } finally {
          writing = false;
          tell(passwordChanged);
        }
      }),
    untold: (task) => inTurn('roster', task),
    isWriting: () => writing,
  };
}
