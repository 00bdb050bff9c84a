import { AppError, toErrorValue } from '../../../shared/errors.ts';
import type { ConnectionTest, StageResult } from '../../../shared/model/connection-test.ts';
import type { Place } from '../../../shared/model/place.ts';
import type { Roster } from '../../core/roster/roster.ts';
import type { Sources } from '../parts.ts';

export interface TestParts {
  readonly roster: Pick<Roster, 'passwordFor' | 'folderPasswordFor'>;
  /** Connects, logs in, reads, quits; never rejects for what a proxy or network does. Ends in order when the signal fires. */
  readonly test: (
    place: Place,
    password: string | null,
    options: { readonly signal: AbortSignal; readonly onStage: (result: StageResult) => void },
  ) => Promise<ConnectionTest>;
  readonly logFault: (what: string, error: unknown) => void;
}

/** One connection test for each subscription, ended with it. */
export function testSource({ roster, test, logFault }: TestParts): Sources['profiles.test'] {
  return ({ id, place, password, folder }, publish) => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const saved = async (): Promise<string | null> => {
      if (folder !== undefined) return roster.folderPasswordFor(folder, place.user);
      return id === undefined ? null : roster.passwordFor(id, place);
    };
    const run = async (): Promise<void> => {
      const secret = password ?? (await saved());
      const onStage = (result: StageResult): void => publish({ kind: 'stage', result });
      const found = await test(place, secret, { signal, onStage });
      publish({ kind: 'done', test: found });
    };
    run().catch((error: unknown) => {
      if (!(error instanceof AppError)) logFault('a connection test failed', error);
      publish({ kind: 'failed', error: toErrorValue(error) });
    });
    return () => leaving.abort();
  };
}
