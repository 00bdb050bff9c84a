import { createLocks } from '../../../../../electron/change/locks.ts';
import type { Guard } from '../../../../../electron/core/roster/guard.ts';
import { createManualClock } from '../../../../support/manual-clock.ts';
import { usualTeeth } from '../../../../support/usual-teeth.ts';

/** Asks for names, and for nothing else: all profiles are unlocked. `asked` gets what was typed each time that something is asked for. */
export function namesTyped(asked: (string | undefined)[] = []): Guard['requireDeed'] {
  return (profiles, typed) => {
    const locks = createLocks(createManualClock(), usualTeeth, () => 'ana');
    for (const { id } of profiles) locks.unlock(id);
    if (profiles.length > 0) asked.push(typed[0]);
    try {
      locks.requireDeed(profiles, typed);
    } finally {
      locks.close();
    }
  };
}
