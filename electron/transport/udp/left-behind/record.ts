import { type Clock, unheldClock } from '../../../base/clock.ts';
import type { Transport } from '../../transport.ts';
import { lines, mostOpen, slack } from './lines.ts';
import type { OpenAssociation } from './open-association.ts';
import type { Origin } from './origin.ts';

/** Between two signs of life while anything is open, milliseconds; and until what could not be written is tried again. */
const aliveEveryMs = 60_000;

/** Where it is written; one of these is called after the other. They reject with the file system's error. */
export interface RecordPlace {
  replace(text: string): Promise<void>;
  append(text: string): Promise<void>;
  remove(): Promise<void>;
}

export interface RecordParts {
  readonly file: RecordPlace;
  readonly origin: Origin;
  /** Told once when the record cannot be written, and not again before it could. */
  readonly logFault: (what: string, error: unknown) => void;
  readonly clock?: Clock;
}

/** The associations that are open now, so that whoever comes after a kill can end them. */
export interface AssociationRecord {
  /** Notes it until the function is called. */
  add(association: OpenAssociation): () => void;
  /** Notes an association in UDP until its end; others the system ends by itself. */
  follow(transport: Pick<Transport, 'inUdp' | 'ended'>): void;
  /** Resolves when all of it is written, or the file is gone where nothing is open; then no more is. Never rejects. */
  close(): Promise<void>;
}

/**
 * Keeps them in a file. What changes while a write is under way is written by the next one, all at once; nobody waits for it. What the file held
 * before is replaced by the first.
 */
export function keepRecord(parts: RecordParts): AssociationRecord {
  const { file, origin, logFault, clock = unheldClock } = parts;
  const { boot } = origin;
  const open = new Map<number, string>();
  let next = 0;
  let waiting: string[] = [];
  let writing: Promise<void> | null = null;
  /** Lines of the file; null where it is not known to say what is open. */
  let written: number | null = null;
  let failed = false;
  let told = false;
  let closed = false;
  let stopBeat: (() => void) | null = null;

  const writeOnce = async (more: readonly string[]): Promise<void> => {
    const before = written;
    written = null;
    if (open.size === 0) await file.remove();
    else if (before === null || before + more.length > 2 * open.size + slack)
      written = await replace();
    else
      written = await file.append([lines.alive(boot), ...more].join('')).then(
        () => before + 1 + more.length,
        // It may be gone, or hold half of it.
        replace,
      );
  };
  const replace = async (): Promise<number> => {
    const all = [lines.head(origin), lines.alive(boot), ...open.values()];
    await file.replace(all.join(''));
    return all.length;
  };
  const writeAll = async (): Promise<void> => {
    // What comes in this turn goes along.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const more = waiting;
      waiting = [];
      try {
        await writeOnce(more);
        told = false;
      } catch (error) {
        failed = true;
        if (!told) logFault('the open associations cannot be noted', error);
        told = true;
        waiting = [];
        if (stopBeat === null && !closed) beat();
      }
    }
    writing = null;
  };
  const write = (line: string): void => {
    if (failed || closed) return;
    waiting.push(line);
    writing ??= writeAll();
  };
  const beat = (): void => {
    stopBeat = clock.after(aliveEveryMs, () => {
      stopBeat = null;
      if (open.size === 0 && !failed) return;
      failed = false;
      write('');
      beat();
    });
  };
  const add: AssociationRecord['add'] = (association) => {
    if (closed || open.size >= mostOpen) return () => undefined;
    const of = next++;
    const line = lines.open(of, association);
    open.set(of, line);
    write(line);
    if (stopBeat === null) beat();
    return () => {
      if (open.delete(of)) write(lines.ended(of));
    };
  };
  return {
    add,
    follow({ inUdp, ended }) {
      if (inUdp === undefined) return;
      const ends = add(inUdp);
      void ended.then(ends);
    },
    async close() {
      stopBeat?.();
      failed = false;
      write('');
      closed = true;
      await writing;
    },
  };
}
