import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

/** Which start of the machine it is, and how long it has run: a time that two processes of one start share, whatever the clock is set to. */
export interface Boot {
  /** Empty where the system does not tell. */
  readonly id: string;
  /** Whole seconds since then. */
  seconds(): number;
}

export function thisBoot(): Boot {
  return { id: bootId(), seconds: () => Math.floor(uptime()) };
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    // Not Linux. An ABORT of before the machine began anew would meet a tag that nobody has, and be dropped.
    return '';
  }
}
