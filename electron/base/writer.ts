import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

/** Names this process among all that ever wrote to a data directory: machine, process number, and a part that no other has. */
export const thisWriter = `${hostname()} ${process.pid} ${randomUUID()}`;

/**
 * Whether a process that wrote this name is no more, as far as can be told: of one on another machine nobody knows. Numbers are given
 * again, so one that runs may be another.
 */
export function isGone(writer: string): boolean {
  if (writer === thisWriter) return false;
  const [host, pid] = writer.split(' ');
  if (host !== hostname()) return false;
  return Number(pid) === process.pid || !runs(Number(pid));
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
