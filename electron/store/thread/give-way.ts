import { constants, getPriority, setPriority } from 'node:os';

/** Where processors are scarce, polls go first: on Linux the thread that calls this has a lower priority from then on, or as low a one as it has. */
export function giveWay(): void {
  // Linux takes this for the thread that says it; elsewhere it would be the whole process.
  if (process.platform !== 'linux') return;
  const { PRIORITY_BELOW_NORMAL: low } = constants.priority;
  try {
    // Raising it again is only for root.
    if (getPriority() < low) setPriority(low);
  } catch {
    // It is as fast as the others, and right all the same.
  }
}
