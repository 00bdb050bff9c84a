import type { Row } from './row.ts';

/** Takes each row as it is measured. */
export type Report = (row: Row) => void;

/** What the command line sets. */
export interface Options {
  readonly soakMinutes: number;
}

/** One benchmark. It runs in a process of its own, and only its own modules are loaded there, so that it measures no other's heap. */
export interface Benchmark {
  readonly name: string;
  readonly about: string;
  /** Run with `--long` only, so that all others take less than ten minutes. */
  readonly isLong?: boolean;
  /** Throws `CannotRun` where this machine lacks what it takes. */
  run(report: Report, options: Options): Promise<void>;
}

/** Why a benchmark cannot be run on this machine. */
export class CannotRun extends Error {}
