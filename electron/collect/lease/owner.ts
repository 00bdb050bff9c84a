import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';

const name = z.string().max(256);

/** A process, told so that one on the same machine can find out whether it is still there. */
export const ownerSchema = z.object({
  host: name,
  pid: z.int().positive(),
  /** Which start of which kernel counts its processes; null where the system does not tell. Names of machines, and what they are cloned from, may be the same. */
  kernel: name.nullable(),
  /** When it was started, as the kernel counts; a number of a process is given again. */
  started: name.nullable(),
});
export type Owner = z.infer<typeof ownerSchema>;

/** This process. */
export function thisOwner(): Owner {
  const { pid } = process;
  return { host: hostname().slice(0, 256), pid, kernel: kernelHere(), started: startOf(pid) };
}

/**
 * Whether the process is known to have ended: it ran under the kernel, and in the namespace of numbers, that this one runs under. Of a process
 * elsewhere nothing is known.
 */
export function hasEnded({ kernel, pid, started }: Owner): boolean {
  if (kernel === null || kernel !== kernelHere()) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // One of another user may not be asked, and so is there.
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
  const now = startOf(pid);
  return now !== null && started !== null && now !== started;
}

function kernelHere(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

/** Field 22 of proc_pid_stat(5), behind the name in parentheses, which may have any sign in it. Null where it cannot be read. */
function startOf(pid: number): string | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
