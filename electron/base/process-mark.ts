import { readFileSync, readlinkSync } from 'node:fs';

/** What tells a process from every other one of its machine. */
export interface ProcessMark {
  readonly pid: number;
  /** Which start of which kernel counts its processes, and in which namespace; null where the system does not tell. */
  readonly kernel: string | null;
  /** When it was started, as the kernel counts; a number of a process is given again. Null where the system does not tell. */
  readonly started: string | null;
}

/** This process. */
export function thisProcess(): ProcessMark {
  const { pid } = process;
  return { pid, kernel: kernelHere(), started: statOf(pid)?.started ?? null };
}

/**
 * Whether the process is known to have ended: it ran under the kernel, and in the namespace of numbers, that this one runs under. Of a process
 * elsewhere nothing is known.
 */
export function hasEnded(mark: ProcessMark): boolean {
  return mark.kernel !== null && mark.kernel === kernelHere() && !seemsToRun(mark);
}

/**
 * Whether a process of this machine seems to run still. One that another kernel or namespace counts cannot be seen from here, and does not; where the
 * system tells no more than numbers, one that was given again passes for it.
 */
export function isRunningHere(mark: ProcessMark): boolean {
  return mark.kernel === kernelHere() && seemsToRun(mark);
}

function seemsToRun({ pid, started }: ProcessMark): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // One of another user may not be asked, and so is there.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
  const now = statOf(pid);
  if (now === null) return true;
  // One that was killed keeps its number until whoever started it has looked. While one of its threads is left it has its files, and so its locks.
  if (now.state === 'Z' || now.state === 'X') return now.threads > 1;
  return started === null || now.started === started;
}

function kernelHere(): string | null {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return null;
  }
}

interface Stat {
  readonly state: string;
  /** Those that have not ended, and the first of the process, which is counted until the others have. */
  readonly threads: number;
  readonly started: string;
}

/** Fields 3, 20 and 22 of proc_pid_stat(5), behind the name in parentheses, which may have any sign in it. Null where they cannot be read. */
function statOf(pid: number): Stat | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [state, threads, started] = [fields[0], Number(fields[17]), fields[19]];
    return state === undefined || started === undefined ? null : { state, threads, started };
  } catch {
    return null;
  }
}
