import { AppError } from '../../../shared/errors.ts';
import type { Policy } from '../../../shared/model/policy.ts';
import type { Trial, TrialPlace } from '../../../shared/model/trial.ts';
import { createTurns } from '../../base/turns.ts';
import { runTrial, trialPath } from './run-trial.ts';

export interface TrialsParts {
  /** Whether the user allowed it. */
  readonly isAllowed: () => boolean;
  readonly policy: () => Policy;
  /** Who made the policy. */
  readonly by: () => string;
  /** Throws `cancelled` where the user does not agree to this command. */
  readonly agree: (command: string) => Promise<void>;
  readonly user: string;
  readonly platform: NodeJS.Platform;
}

/** Transformations that are tried on this machine, one at a time. */
export interface Trials {
  place(): TrialPlace;
  /** Throws `unsupported` where it may not or cannot be, and `cancelled` where the user says no. */
  run(command: string, mail: string): Promise<Trial>;
  /** Kills what runs. */
  close(): void;
}

export function createTrials(parts: TrialsParts): Trials {
  const inTurn = createTurns();
  const ending = new AbortController();
  /** The user is asked once for each command: not for each mail. */
  const agreedTo = new Set<string>();
  const place = (): TrialPlace => ({ ...refusal(parts), path: trialPath, user: parts.user });
  return {
    place,
    run: (command, mail) =>
      inTurn('', async () => {
        const { refused: reason, by } = place();
        if (reason !== null)
          throw new AppError('unsupported', { case: 'trial', reason, by: by ?? '' });
        if (!agreedTo.has(command)) await parts.agree(command);
        agreedTo.add(command);
        return runTrial(command, mail, { signal: ending.signal });
      }),
    close: () => ending.abort(),
  };
}

function refusal({
  platform,
  policy,
  by,
  isAllowed,
}: TrialsParts): Pick<TrialPlace, 'refused' | 'by'> {
  if (platform === 'win32') return { refused: 'windows', by: null };
  if (policy().tryHere === false) return { refused: 'policy', by: by() };
  return { refused: isAllowed() ? null : 'off', by: null };
}
